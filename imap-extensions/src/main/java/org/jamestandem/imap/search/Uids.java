package org.jamestandem.imap.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.LongStream;

/** Unique identifiers of messages in one mailbox, ascending, each once. */
public final class Uids {
    /** No message. */
    public static final Uids NONE = new Uids(new long[0]);

    private final long[] ascending;

    private Uids(long[] ascending) {
        this.ascending = ascending;
    }

    /** Those uids, given in any order. */
    public static Uids of(long... uids) {
        return of(Arrays.stream(uids));
    }

    /** Those uids, given in any order. */
    public static Uids of(Collection<Long> uids) {
        return of(uids.stream().mapToLong(Long::longValue));
    }

    /** Those uids, given in any order. */
    public static Uids of(LongStream uids) {
        return new Uids(uids.sorted().distinct().toArray());
    }

    public int size() {
        return ascending.length;
    }

    public boolean isEmpty() {
        return ascending.length == 0;
    }

    /** The uid at a place, counted from 0. */
    public long at(int place) {
        return ascending[place];
    }

    /** The place of a uid, counted from 0; negative when it is not among these. */
    public int placeOf(long uid) {
        return Arrays.binarySearch(ascending, uid);
    }

    public boolean contains(long uid) {
        return placeOf(uid) >= 0;
    }

    /** The uids at those places. */
    public Uids atPlaces(BitSet places) {
        return new Uids(places.stream().mapToLong(this::at).toArray());
    }

    public LongStream stream() {
        return Arrays.stream(ascending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Uids uids && Arrays.equals(ascending, uids.ascending);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ascending);
    }

    @Override
    public String toString() {
        return Arrays.toString(ascending);
    }
}
