package org.jamestandem.imap.search.james;

import java.util.List;
import org.apache.james.imap.api.ImapCommand;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.message.request.AbstractImapRequest;

/** ESEARCH (RFC 7377). */
final class ManyRequest extends AbstractImapRequest {
    static final ImapCommand COMMAND = ImapCommand.authenticatedStateCommand("ESEARCH");

    private final List<MailboxSource> sources;
    private final ReturnOptions options;
    private final SearchProgram search;

    ManyRequest(Tag tag, List<MailboxSource> sources, ReturnOptions options, SearchProgram search) {
        super(tag, COMMAND);
        this.sources = List.copyOf(sources);
        this.options = options;
        this.search = search;
    }

    List<MailboxSource> sources() {
        return sources;
    }

    ReturnOptions options() {
        return options;
    }

    SearchProgram search() {
        return search;
    }
}
