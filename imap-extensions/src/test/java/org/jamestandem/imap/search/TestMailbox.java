package org.jamestandem.imap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jamestandem.imap.text.MessageReader;
import org.jamestandem.imap.text.MessageText;
import org.jamestandem.testkit.corpus.RawMail;
import reactor.core.publisher.Flux;

/** A mailbox that is nothing but its messages, and counts how often it had to read one. */
public final class TestMailbox implements MailboxView {
    private static final Instant RECEIVED = Instant.parse("2024-03-01T12:00:00Z");

    private final String name;
    private final MessageReader reader = new MessageReader();
    private final Map<Long, RawMail> messages = new TreeMap<>();
    private final Map<Long, LiveMessage> live = new TreeMap<>();
    private final Map<Long, MessageText> texts = new ConcurrentHashMap<>();
    private final Map<Long, MessageText> headers = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private Optional<Uids> told = Optional.empty();
    private long lastUid;

    public TestMailbox(String name) {
        this.name = name;
    }

    /** Adds a message without flags and returns its uid. */
    public long add(RawMail message) {
        long uid = ++lastUid;
        messages.put(uid, message);
        live.put(
                uid,
                new LiveMessage(
                        uid,
                        uid,
                        Set.of(),
                        Set.of(),
                        RECEIVED,
                        message.size(),
                        Optional.empty(),
                        "M" + uid,
                        "T" + uid));
        return uid;
    }

    /** Adds a message given with bare line feeds. */
    public long add(String message) {
        return add(RawMail.of(message));
    }

    public void change(long uid, UnaryOperator<LiveMessage> change) {
        live.compute(uid, (key, message) -> change.apply(message));
    }

    public void expunge(long uid) {
        messages.remove(uid);
        live.remove(uid);
    }

    /** From now on the session knows these messages, whatever the mailbox holds. */
    public void tell(Uids uids) {
        told = Optional.of(uids);
    }

    /** The next uid will be larger by that much. */
    public void skipUids(int count) {
        lastUid += count;
    }

    public MessageText text(long uid, MessageReader limited) {
        try {
            return limited.read(messages.get(uid).open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int reads() {
        return reads.get();
    }

    @Override
    public String mailbox() {
        return name;
    }

    @Override
    public Uids uids() {
        return told.orElseGet(() -> Uids.of(messages.keySet()));
    }

    @Override
    public Flux<LiveMessage> live(LiveKey.Needs needs) {
        return Flux.fromIterable(live.values());
    }

    @Override
    public Flux<ReadMessage> read(Uids uids, boolean body) {
        return Flux.fromStream(uids.stream().boxed())
                .filter(messages::containsKey)
                .map(uid -> new ReadMessage(uid, read(uid, body)));
    }

    private MessageText read(long uid, boolean body) {
        reads.incrementAndGet();
        return body
                ? texts.computeIfAbsent(uid, any -> text(uid, reader))
                : headers.computeIfAbsent(uid, this::header);
    }

    private MessageText header(long uid) {
        try {
            return reader.readHeader(messages.get(uid).open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
