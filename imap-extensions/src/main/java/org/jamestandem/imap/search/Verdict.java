package org.jamestandem.imap.search;

import java.util.BitSet;
import java.util.List;

/**
 * What is known about the messages of a mailbox and one question: some match for sure, some may.
 * Messages are named by their places in {@link MailboxView#uids()}. Verdicts never change.
 */
public final class Verdict {
    private final BitSet sure;
    private final BitSet possible;

    private Verdict(BitSet sure, BitSet possible) {
        this.sure = sure;
        this.possible = possible;
    }

    /**
     * @param sure matches
     * @param doubtful neither known to match nor known not to
     */
    public static Verdict of(BitSet sure, BitSet doubtful) {
        BitSet possible = copy(doubtful);
        possible.or(sure);
        return new Verdict(copy(sure), possible);
    }

    /** No doubt about any. */
    public static Verdict exactly(BitSet matches) {
        BitSet sure = copy(matches);
        return new Verdict(sure, sure);
    }

    /** Those known to match. */
    BitSet sure() {
        return copy(sure);
    }

    /** Those not known to match and not known not to. */
    BitSet doubtful() {
        BitSet doubtful = copy(possible);
        doubtful.andNot(sure);
        return doubtful;
    }

    /**
     * @param size of the mailbox
     */
    Verdict not(int size) {
        return new Verdict(complement(possible, size), complement(sure, size));
    }

    /**
     * @param size of the mailbox
     */
    static Verdict and(List<Verdict> verdicts, int size) {
        BitSet sure = complement(new BitSet(), size);
        BitSet possible = copy(sure);
        for (Verdict verdict : verdicts) {
            sure.and(verdict.sure);
            possible.and(verdict.possible);
        }
        return new Verdict(sure, possible);
    }

    static Verdict or(List<Verdict> verdicts) {
        BitSet sure = new BitSet();
        BitSet possible = new BitSet();
        for (Verdict verdict : verdicts) {
            sure.or(verdict.sure);
            possible.or(verdict.possible);
        }
        return new Verdict(sure, possible);
    }

    private static BitSet complement(BitSet places, int size) {
        BitSet complement = copy(places);
        complement.flip(0, size);
        return complement;
    }

    private static BitSet copy(BitSet places) {
        return (BitSet) places.clone();
    }
}
