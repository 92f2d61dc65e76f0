package org.jamestandem.pop3.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The longest part of a sequence that ascends. */
final class LongestRun {
    private LongestRun() {}

    /** The positions of that part. */
    static BitSet of(List<Long> numbers) {
        int[] before = new int[numbers.size()];
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            int length = lengthBelow(numbers, ends, numbers.get(i));
            before[i] = length == 0 ? -1 : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(i);
            } else {
                ends.set(length, i);
            }
        }
        BitSet run = new BitSet();
        int at = ends.isEmpty() ? -1 : ends.get(ends.size() - 1);
        while (at >= 0) {
            run.set(at);
            at = before[at];
        }
        return run;
    }

    private static int lengthBelow(List<Long> numbers, List<Integer> ends, long number) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers.get(ends.get(middle)) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
