package org.jamestandem.pop3.maildrop;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A folder in a map, which fails when it is told to. */
public final class FakeInbox implements Inbox, Inboxes {
    private final Username owner;
    private final Map<Long, MessageKey> messages = new TreeMap<>();
    private final Set<Long> seen = new TreeSet<>();
    private Mono<Void> beforeList = Mono.empty();
    private Mono<Void> beforeExpunge = Mono.empty();
    private UnaryOperator<InputStream> reading = UnaryOperator.identity();
    private int listings;
    private int releases;

    public FakeInbox(Username owner) {
        this.owner = owner;
    }

    public FakeInbox put(long uid, String key) {
        messages.put(uid, new MessageKey(key));
        return this;
    }

    public void clear() {
        messages.clear();
    }

    public void beforeExpunge(Mono<Void> first) {
        beforeExpunge = first;
    }

    public void beforeTheEndOfAListing(Mono<Void> first) {
        beforeList = first;
    }

    public void reading(UnaryOperator<InputStream> change) {
        reading = change;
    }

    public Set<Long> uids() {
        return messages.keySet();
    }

    public Set<Long> seen() {
        return seen;
    }

    public int listings() {
        return listings;
    }

    public int releases() {
        return releases;
    }

    @Override
    public Mono<Inbox> open(Username user, Credential credential) {
        return Mono.just(this);
    }

    @Override
    public Username owner() {
        return owner;
    }

    @Override
    public Flux<StoredMessage> list() {
        return Flux.defer(
                () -> {
                    listings++;
                    return Flux.fromIterable(messages.entrySet())
                            .map(entry -> new StoredMessage(entry.getValue(), entry.getKey(), 100))
                            .concatWith(beforeList.then(Mono.empty()));
                });
    }

    @Override
    public Mono<InputStream> text(MessageKey key, long uid) {
        return Mono.justOrEmpty(messages.get(uid))
                .filter(key::equals)
                .map(
                        any ->
                                reading.apply(
                                        new ByteArrayInputStream(
                                                key.value().getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public Mono<InputStream> header(MessageKey key, long uid) {
        return text(key, uid);
    }

    @Override
    public Mono<Void> see(List<Long> uids) {
        return Mono.fromRunnable(() -> seen.addAll(uids));
    }

    @Override
    public Mono<Void> expunge(List<Long> uids) {
        return beforeExpunge.then(Mono.fromRunnable(() -> messages.keySet().removeAll(uids)));
    }

    @Override
    public void release() {
        releases++;
    }
}
