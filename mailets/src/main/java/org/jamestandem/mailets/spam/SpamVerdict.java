package org.jamestandem.mailets.spam;

/**
 * What spam scanners said about a mail, for one recipient.
 *
 * @param flagged whether a scanner itself called it spam
 * @param score the highest score given; {@link Double#NaN} when none was
 */
record SpamVerdict(boolean flagged, double score) {
    /** No scanner said anything. */
    static final SpamVerdict NONE = new SpamVerdict(false, Double.NaN);

    boolean hasScore() {
        return !Double.isNaN(score);
    }

    /** The worse of both: a forged "not spam" hides no real finding. */
    SpamVerdict and(SpamVerdict other) {
        return new SpamVerdict(flagged || other.flagged, higher(score, other.score));
    }

    private static double higher(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }
}
