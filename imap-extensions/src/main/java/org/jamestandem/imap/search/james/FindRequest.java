package org.jamestandem.imap.search.james;

import java.util.Optional;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;

/** SEARCH or UID SEARCH. */
final class FindRequest extends AbstractImapRequest {
    private final SearchProgram search;
    private final Optional<ReturnOptions> options;
    private final boolean uids;

    FindRequest(Tag tag, SearchProgram search, Optional<ReturnOptions> options, boolean uids) {
        super(tag, ImapConstants.SEARCH_COMMAND);
        this.search = search;
        this.options = options;
        this.uids = uids;
    }

    SearchProgram search() {
        return search;
    }

    /** Empty for a command of RFC 3501, which is answered with SEARCH. */
    Optional<ReturnOptions> options() {
        return options;
    }

    /** Whether the answer names messages by unique identifier. */
    boolean uids() {
        return uids;
    }

    boolean saves() {
        return options.filter(asked -> asked.has(ReturnOption.SAVE)).isPresent();
    }
}
