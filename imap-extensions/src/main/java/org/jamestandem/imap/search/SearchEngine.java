package org.jamestandem.imap.search;

import reactor.core.publisher.Mono;

/** Port: answers searches. Every engine gives the same answer; they differ in what it costs. */
public interface SearchEngine {
    /** Which messages of the mailbox match. */
    Mono<Uids> search(MailboxView mailbox, SearchKey key);
}
