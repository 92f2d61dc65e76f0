package org.jamestandem.mailets.reading;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;

/**
 * Matches the recipients who lately read by POP3 only, IMAP only, both or neither.
 *
 * <p>Condition {@code pop3|imap|both|none[,within=90d]}: one or several of the four words, joined
 * by {@code |}.
 */
public class ReadsBy extends HabitMatcher {
    private static final String BY = "by";
    private static final SettingFormat<ReadingProfile> ONE =
            SettingFormats.oneOf(ReadingProfile.class);
    private static final SettingFormat<Set<ReadingProfile>> PROFILES =
            SettingFormats.of(
                    ReadsBy::profiles, "pop3, imap, both or none, or several joined by |", "pop3");

    private Set<ReadingProfile> profiles;

    @Inject
    public ReadsBy(ReaderActivity activity, UsersRepository users, Clock clock) {
        super(activity, users, clock);
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                Parameters.ofCondition(ReadsBy.class, getMatcherConfig(), BY, List.of(BY, WITHIN));
        readWithin(parameters);
        profiles =
                parameters
                        .value(BY, PROFILES)
                        .orElseThrow(
                                () ->
                                        new MessagingException(
                                                "ReadsBy: by is missing; expected "
                                                        + PROFILES.expected()
                                                        + ", for example ReadsBy=pop3"));
    }

    @Override
    boolean matches(ReadingHabits habits, Instant since) {
        return profiles.contains(ReadingProfile.of(habits, since));
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients who read by " + profiles;
    }

    private static Set<ReadingProfile> profiles(String text) {
        Set<ReadingProfile> found = EnumSet.noneOf(ReadingProfile.class);
        for (String word : text.split("\\|", -1)) {
            found.add(ONE.parse(word.strip()));
        }
        return found;
    }
}
