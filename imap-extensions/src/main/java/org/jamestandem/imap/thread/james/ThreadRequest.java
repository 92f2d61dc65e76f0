package org.jamestandem.imap.thread.james;

import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.jamestandem.imap.search.james.SearchProgram;
import org.jamestandem.imap.thread.ThreadAlgorithm;

/** THREAD or UID THREAD. */
final class ThreadRequest extends AbstractImapRequest {
    static final ImapCommand COMMAND = ImapCommand.selectedStateCommand("THREAD");

    private final ThreadAlgorithm algorithm;
    private final SearchProgram search;
    private final boolean uids;

    ThreadRequest(Tag tag, ThreadAlgorithm algorithm, SearchProgram search, boolean uids) {
        super(tag, COMMAND);
        this.algorithm = algorithm;
        this.search = search;
        this.uids = uids;
    }

    ThreadAlgorithm algorithm() {
        return algorithm;
    }

    SearchProgram search() {
        return search;
    }

    /** Whether the answer names messages by unique identifier. */
    boolean uids() {
        return uids;
    }
}
