package org.jamestandem.pop3.sweep;

import java.time.Duration;
import java.time.LocalDate;
import org.apache.james.core.Username;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the sweeper must know beyond mailboxes and marks. */
public interface SweepState {
    /** In how many parts a day is kept. */
    int SHARDS = 16;

    /** The part of a day in which that maildrop is. */
    static int shard(Username owner) {
        return Math.floorMod(owner.asString().hashCode(), SHARDS);
    }

    /** Notes that a maildrop is to be looked at on that day or later. Idempotent. */
    Mono<Void> enrol(Username owner, LocalDate day);

    /** The maildrops noted for that day in that part. */
    Flux<Username> enrolled(LocalDate day, int shard);

    /** Forgets that a maildrop was noted for that day. Idempotent. */
    Mono<Void> strike(Username owner, LocalDate day);

    /** The days from {@code first} to {@code last} for which that maildrop is noted. */
    Flux<LocalDate> days(Username owner, LocalDate first, LocalDate last);

    /** What the clients of that maildrop were told; empty when that is not known. */
    Mono<Promise> promise(Username owner);

    /** Keeps what they are told from now on. */
    Mono<Void> promise(Username owner, Promise promise);

    /** Keeps what they are told unless something is kept already. */
    Mono<Void> promiseFirst(Username owner, Promise promise);

    /** Forgets what they were told. Idempotent. */
    Mono<Void> forgetPromise(Username owner);

    /**
     * Claims a maildrop, so that no other node acts on it at the same time.
     *
     * @param length after that it is free again, whatever has become of this node
     * @return whether it was free
     */
    Mono<Boolean> claim(Username owner, Duration length);

    /** Gives a claimed maildrop back. */
    Mono<Void> release(Username owner);
}
