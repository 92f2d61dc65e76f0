package org.jamestandem.imap.search.james;

import java.time.Instant;
import org.apache.james.mailbox.model.MessageId;

/**
 * What the meaning of some keys depends on.
 *
 * @param now for YOUNGER and OLDER (RFC 5032)
 * @param messageIds reads EMAILID and THREADID (RFC 8474)
 */
record SearchMoment(Instant now, MessageId.Factory messageIds) {}
