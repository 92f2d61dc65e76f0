package org.jamestandem.pop3.policy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.policy.Disposition.Act;

/** When the server removes a message by itself: {@code <expire>}. */
public sealed interface Expiry extends PolicyOption {
    /** Never. */
    Expiry NEVER = new Never(false);

    /** Never, and the operator knows that hidden messages then fill quotas without end. */
    Expiry NEVER_THOUGH_QUOTAS_MAY_FILL = new Never(true);

    /** From when the days count. */
    enum When {
        /** This device has taken the message. */
        TAKEN,
        /** The last device of the user's known ones has taken it. */
        TAKEN_BY_ALL,
        /** The message came. */
        DELIVERED,
        /** One device has deleted it, and the last of the others has taken or deleted it. */
        HIDDEN
    }

    @Override
    default OptionName option() {
        return OptionName.EXPIRE;
    }

    /**
     * Never.
     *
     * @param quotaMayFill whether somebody said that it is meant
     */
    record Never(boolean quotaMayFill) implements Expiry {
        @Override
        public OptionWords words() {
            return new OptionWords(
                    ExpiryWords.NEVER,
                    quotaMayFill
                            ? Map.of(ExpiryWords.ACKNOWLEDGE, ExpiryWords.QUOTA_MAY_FILL)
                            : Map.of());
        }
    }

    /**
     * Some time after {@code when}.
     *
     * @param period more than nothing
     * @param action moved, to Trash, or removed for everybody
     * @param unseenToo whether also without the IMAP flag \Seen
     */
    record After(Duration period, When when, Disposition action, boolean unseenToo)
            implements Expiry {
        private static final Set<Act> POSSIBLE = EnumSet.of(Act.MOVE, Act.TRASH, Act.EXPUNGE);
        private static final Duration LONGEST = Duration.ofDays(36_500);

        public After {
            if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("expires after " + period);
            }
            if (!POSSIBLE.contains(action.act())) {
                throw new IllegalArgumentException("not an end for a message: " + action);
            }
        }

        @Override
        public OptionWords words() {
            Map<String, String> attributes = new HashMap<>();
            attributes.put(ExpiryWords.WHEN, SettingFormats.word(when));
            attributes.put(ExpiryWords.ACTION, ExpiryWords.word(action));
            if (unseenToo) {
                attributes.put(ExpiryWords.UNSEEN, ExpiryWords.EXPIRE_UNSEEN);
            }
            return new OptionWords(written(period), attributes);
        }

        private static String written(Duration period) {
            boolean days = period.equals(Duration.ofDays(period.toDays()));
            return days ? period.toDays() + "d" : period.toSeconds() + "s";
        }
    }
}
