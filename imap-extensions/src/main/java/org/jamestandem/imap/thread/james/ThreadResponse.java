package org.jamestandem.imap.thread.james;

import org.apache.james.imap.api.message.response.ImapResponseMessage;

/**
 * The untagged THREAD response.
 *
 * @param threads as they go over the wire; empty when there are none
 */
record ThreadResponse(String threads) implements ImapResponseMessage {}
