package org.jamestandem.imap.acl.james;

import java.util.List;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.jamestandem.imap.acl.Grant;

/** The untagged ACL response (RFC 4314 §3.6). */
record AclResponse(String mailboxName, List<Grant> entries) implements ImapResponseMessage {}
