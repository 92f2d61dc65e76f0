package org.jamestandem.imap.search;

import reactor.core.publisher.Flux;

/**
 * Port: one mailbox as the asking session sees it. What is no longer there when it is asked for is
 * left out without an error.
 */
public interface MailboxView {
    /** Names the mailbox in an index, for ever. */
    String mailbox();

    /** The messages that the session has been told about. */
    Uids uids();

    /**
     * What the server knows of each of them now, in any order.
     *
     * @param needs what beyond that may be missing
     */
    Flux<LiveMessage> live(LiveKey.Needs needs);

    /**
     * Reads messages, in any order.
     *
     * @param body whether more than the header is needed
     */
    Flux<ReadMessage> read(Uids uids, boolean body);
}
