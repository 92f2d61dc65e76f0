package org.jamestandem.imap.sort.james;

import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.jamestandem.imap.search.james.SearchProgram;
import org.jamestandem.imap.sort.SortProgram;

/** SORT or UID SORT. */
final class SortRequest extends AbstractImapRequest {
    static final ImapCommand COMMAND = ImapCommand.selectedStateCommand("SORT");

    private final SortProgram order;
    private final SearchProgram search;
    private final boolean uids;

    SortRequest(Tag tag, SortProgram order, SearchProgram search, boolean uids) {
        super(tag, COMMAND);
        this.order = order;
        this.search = search;
        this.uids = uids;
    }

    SortProgram order() {
        return order;
    }

    SearchProgram search() {
        return search;
    }

    /** Whether the answer names messages by unique identifier. */
    boolean uids() {
        return uids;
    }
}
