package org.jamestandem.imap.sort.james;

import java.util.Optional;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.jamestandem.imap.search.james.ReturnOption;
import org.jamestandem.imap.search.james.ReturnOptions;
import org.jamestandem.imap.search.james.SearchProgram;
import org.jamestandem.imap.sort.SortProgram;

/** SORT or UID SORT. */
final class SortRequest extends AbstractImapRequest {
    static final ImapCommand COMMAND = ImapCommand.selectedStateCommand("SORT");

    private final SortProgram order;
    private final SearchProgram search;
    private final Optional<ReturnOptions> options;
    private final boolean uids;

    SortRequest(
            Tag tag,
            SortProgram order,
            SearchProgram search,
            Optional<ReturnOptions> options,
            boolean uids) {
        super(tag, COMMAND);
        this.order = order;
        this.search = search;
        this.options = options;
        this.uids = uids;
    }

    SortProgram order() {
        return order;
    }

    SearchProgram search() {
        return search;
    }

    /** Empty for a command of RFC 5256, which is answered with SORT. */
    Optional<ReturnOptions> options() {
        return options;
    }

    boolean saves() {
        return options.filter(asked -> asked.has(ReturnOption.SAVE)).isPresent();
    }

    /** Whether the answer names messages by unique identifier. */
    boolean uids() {
        return uids;
    }
}
