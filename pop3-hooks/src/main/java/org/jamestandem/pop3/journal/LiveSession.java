package org.jamestandem.pop3.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.reader.Reader;

/** A session from login to its end, and what it has asked for so far. For any thread. */
public final class LiveSession {
    private final UUID id = UUID.randomUUID();
    private final Reader reader;
    private final String address;
    private final Instant since;
    private final Maildrop messages;
    private final Runnable hangUp;
    private final AtomicInteger tops = new AtomicInteger();
    private final AtomicInteger retrievals = new AtomicInteger();
    private final AtomicLong octets = new AtomicLong();

    /**
     * @param address the client's IP address
     * @param hangUp ends the connection as if the client had gone
     */
    LiveSession(Reader reader, String address, Instant since, Maildrop messages, Runnable hangUp) {
        this.reader = reader;
        this.address = address;
        this.since = since;
        this.messages = messages;
        this.hangUp = hangUp;
    }

    /** Names this session for as long as it lives. */
    public UUID id() {
        return id;
    }

    /** Who reads. */
    public Reader reader() {
        return reader;
    }

    /** The client's IP address. */
    public String address() {
        return address;
    }

    /** When the maildrop was open. */
    public Instant since() {
        return since;
    }

    /** Notes a TOP that is answered. */
    public void countTop() {
        tops.incrementAndGet();
    }

    /** Notes a RETR that is answered. */
    public void countRetrieval() {
        retrievals.incrementAndGet();
    }

    /** Notes octets of messages that went to the client. */
    public void countOctets(long more) {
        octets.addAndGet(more);
    }

    /** Ends the connection. Nothing is changed then (RFC 1939 §6). */
    public void end() {
        hangUp.run();
    }

    /** What it has asked for until now. */
    public Tally tally(Instant now) {
        return new Tally(
                Duration.between(since, now),
                messages.highestNumber(),
                tops.get(),
                retrievals.get(),
                messages.highestNumber() - messages.count(),
                octets.get());
    }

    /** Tells one list of unique-ids from another. */
    String uniqueIdsHash() {
        return "%08x".formatted(messages.uniqueIdsHash());
    }

    /**
     * What a session has asked for.
     *
     * @param offered messages that it was offered at login
     * @param top answers to TOP
     * @param retr answers to RETR
     * @param dele messages that are marked as deleted
     * @param octets octets of messages that were sent, as they went over the wire
     */
    public record Tally(Duration lasted, int offered, int top, int retr, int dele, long octets) {}
}
