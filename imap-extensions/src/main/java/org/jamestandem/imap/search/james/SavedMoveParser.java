package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.parser.MoveCommandParser;

/** MOVE as James parses it, with {@code $} for the messages that were saved (RFC 5182). */
public final class SavedMoveParser extends MoveCommandParser {
    @Inject
    public SavedMoveParser(StatusResponseFactory responses) {
        super(responses);
    }

    @Override
    protected ImapMessage decode(
            ImapRequestLineReader line, Tag tag, boolean useUids, ImapSession session)
            throws DecodingException {
        SavedResult.express(session, useUids);
        return super.decode(line, tag, useUids, session);
    }
}
