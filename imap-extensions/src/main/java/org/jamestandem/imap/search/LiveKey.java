package org.jamestandem.imap.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A key that the server answers without reading messages. */
public sealed interface LiveKey {
    /** How much of the server's knowledge a key takes. */
    enum Needs {
        /** Which messages there are. */
        UID,
        /** Flags, keywords, mod-sequence and ids, too. */
        FLAGS,
        /** Dates and sizes, too. */
        METADATA
    }

    boolean matches(LiveMessage message);

    Needs needs();

    /** ANSWERED, UNANSWERED, ..., RECENT, OLD. */
    record Flag(SystemFlag flag, boolean set) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.flags().contains(flag) == set;
        }

        @Override
        public Needs needs() {
            return Needs.FLAGS;
        }
    }

    /** KEYWORD, UNKEYWORD. */
    record Keyword(String name, boolean set) implements LiveKey {
        public Keyword {
            name = LiveMessage.keyword(name);
        }

        @Override
        public boolean matches(LiveMessage message) {
            return message.keywords().contains(name) == set;
        }

        @Override
        public Needs needs() {
            return Needs.FLAGS;
        }
    }

    /** UID, and message numbers once resolved. */
    record Uid(UidRanges uids) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return uids.contains(message.uid());
        }

        @Override
        public Needs needs() {
            return Needs.UID;
        }
    }

    /** MODSEQ (RFC 7162 §3.1.5): that mod-sequence or a later one. */
    record ModSeq(long lowest) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.modSeq() >= lowest;
        }

        @Override
        public Needs needs() {
            return Needs.FLAGS;
        }
    }

    /** BEFORE, ON, SINCE: the day is the one that FETCH INTERNALDATE shows, in UTC. */
    record Received(DateTest test) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return test.holdsFor(day(message.received()));
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    /**
     * YOUNGER and OLDER (RFC 5032), to the second.
     *
     * @param boundary now less the interval
     * @param younger whether at the boundary or after it, rather than at it or before
     */
    record Age(Instant boundary, boolean younger) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            long distance = message.received().getEpochSecond() - boundary.getEpochSecond();
            return younger ? distance >= 0 : distance <= 0;
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    /**
     * SAVEDBEFORE, SAVEDON, SAVEDSINCE (RFC 8514 §4.3): by the internal date where the server kept
     * no save date.
     */
    record Saved(DateTest test) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return test.holdsFor(day(message.saved().orElse(message.received())));
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    /** LARGER. */
    record Larger(long octets) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.size() > octets;
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    /** SMALLER. */
    record Smaller(long octets) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.size() < octets;
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    /** EMAILID (RFC 8474 §6). */
    record EmailId(String id) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.emailId().equals(id);
        }

        @Override
        public Needs needs() {
            return Needs.FLAGS;
        }
    }

    /** THREADID (RFC 8474 §6). */
    record ThreadId(String id) implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.threadId().equals(id);
        }

        @Override
        public Needs needs() {
            return Needs.FLAGS;
        }
    }

    /** SAVEDATESUPPORTED (RFC 8514 §4.3). */
    record SaveDateKept() implements LiveKey {
        @Override
        public boolean matches(LiveMessage message) {
            return message.saved().isPresent();
        }

        @Override
        public Needs needs() {
            return Needs.METADATA;
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
