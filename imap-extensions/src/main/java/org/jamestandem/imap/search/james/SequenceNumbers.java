package org.jamestandem.imap.search.james;

import java.util.List;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.jamestandem.imap.search.Uids;

/** Numbers of messages in a session's mailbox. */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /** The numbers of those messages that have one, in the order of the uids. */
    public static List<Long> of(SelectedMailbox selected, Uids uids) {
        return of(selected, uids.stream().boxed().toList());
    }

    /** The numbers of those messages that have one, in the same order. */
    public static List<Long> of(SelectedMailbox selected, List<Long> uids) {
        return uids.stream()
                .flatMap(uid -> selected.msn(MessageUid.of(uid)).asInt().stream())
                .map(Integer::longValue)
                .toList();
    }
}
