package org.jamestandem.benchmarks.measure;

import java.util.Arrays;

/** The times that one kind of command took, in nanoseconds. */
public final class Samples {
    private long[] nanos = new long[64];
    private int count;
    private boolean sorted = true;

    void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = value;
        count++;
        sorted = false;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /**
     * The time that this share of the commands did not exceed (nearest rank); 0 without any.
     *
     * @param percent above 0, up to 100
     */
    public long percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return nanos[Math.max(rank, 1) - 1];
    }
}
