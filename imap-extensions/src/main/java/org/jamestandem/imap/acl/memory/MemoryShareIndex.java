package org.jamestandem.imap.acl.memory;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareIndex;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Of grants in this process, whose view is read from the lists themselves: nothing to mend. */
@Singleton
public final class MemoryShareIndex implements ShareIndex {
    private final MemoryGrantStore store;

    @Inject
    public MemoryShareIndex(MemoryGrantStore store) {
        this.store = store;
    }

    @Override
    public Flux<String> mailboxes(Optional<String> after) {
        return Flux.defer(() -> Flux.fromIterable(store.mailboxes(after.orElse(""))));
    }

    @Override
    public Flux<Share> entries() {
        return Flux.defer(() -> Flux.fromIterable(store.entries()));
    }

    @Override
    public Flux<Identifier> drift(NamedMailbox mailbox) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> mend(NamedMailbox mailbox, Identifier identifier) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> dropList(String mailboxId) {
        return Mono.fromRunnable(() -> store.drop(mailboxId));
    }
}
