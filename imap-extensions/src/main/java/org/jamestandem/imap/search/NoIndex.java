package org.jamestandem.imap.search;

import java.util.Collection;
import org.jamestandem.imap.text.MessageText;
import reactor.core.publisher.Mono;

/** Keeps nothing, so that every message is read whose content decides. */
public final class NoIndex implements ContentIndex {
    @Override
    public Mono<Answer> match(String mailbox, Uids uids, Collection<ContentKey> keys) {
        return Mono.fromSupplier(() -> Answer.unknown(uids, keys));
    }

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public Mono<Void> add(String mailbox, long uid, MessageText text) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> remove(String mailbox, Uids uids) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeMailbox(String mailbox) {
        return Mono.empty();
    }
}
