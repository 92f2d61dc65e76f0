package org.jamestandem.imap.acl.james;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.jamestandem.imap.acl.GrantableRights;

/**
 * The untagged LISTRIGHTS response (RFC 4314 §3.7).
 *
 * @param identifier exactly as the client wrote it (§3.4)
 */
record ListRightsResponse(String mailboxName, String identifier, GrantableRights grantable)
        implements ImapResponseMessage {}
