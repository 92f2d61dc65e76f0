package org.jamestandem.mailets.spam;

import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/** From when on a mail is spam. */
sealed interface SpamThreshold {
    /** What the scanner itself calls spam. */
    SpamThreshold SCANNER = new ScannersOwn();

    /** {@code scanner}, or a score. */
    SettingFormat<SpamThreshold> FORMAT =
            SettingFormats.of(
                    SpamThreshold::parse, "scanner or a number from -1000 to 1000", "6.5");

    boolean isReachedBy(SpamVerdict verdict);

    private static SpamThreshold parse(String text) {
        if (text.equals("scanner")) {
            return SCANNER;
        }
        return new AtLeast(SettingFormats.decimal(-1000, 1000, "6.5").parse(text));
    }

    /** The scanner decides. */
    record ScannersOwn() implements SpamThreshold {
        @Override
        public boolean isReachedBy(SpamVerdict verdict) {
            return verdict.flagged();
        }
    }

    /** The score decides; the scanner does where it gave no score. */
    record AtLeast(double score) implements SpamThreshold {
        @Override
        public boolean isReachedBy(SpamVerdict verdict) {
            return verdict.hasScore() ? verdict.score() >= score : verdict.flagged();
        }
    }
}
