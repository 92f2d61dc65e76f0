package org.jamestandem.imap.acl.james;

import org.apache.james.imap.api.message.response.ImapResponseMessage;

/** Tells a session, untagged, that it may not read its selected mailbox any more. */
public record AccessWithdrawn() implements ImapResponseMessage {}
