package org.jamestandem.mailets.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;
import reactor.core.publisher.Mono;

/** Matches recipients by their habits. */
abstract class HabitMatcher extends AccountMatcher {
    static final String WITHIN = "within";

    private static final Duration DEFAULT_WITHIN = Duration.ofDays(90);
    private static final SettingFormat<Duration> WITHIN_FORMAT =
            SettingFormats.of(HabitMatcher::within, "a duration from 1h to 400d", "90d");

    private final ReaderActivity activity;
    private final Clock clock;
    private Duration within;

    HabitMatcher(ReaderActivity activity, UsersRepository users, Clock clock) {
        super(users);
        this.activity = activity;
        this.clock = clock;
    }

    /** Whether somebody with these habits is meant; older visits do not count. */
    abstract boolean matches(ReadingHabits habits, Instant since);

    void readWithin(Parameters parameters) throws MessagingException {
        within = parameters.value(WITHIN, WITHIN_FORMAT).orElse(DEFAULT_WITHIN);
    }

    @Override
    final Mono<Boolean> matches(Username user) {
        return activity.habitsOf(user)
                .map(habits -> matches(habits, clock.instant().minus(within)));
    }

    private static Duration within(String text) {
        Duration duration = SettingFormats.duration().parse(text);
        if (duration.compareTo(ReaderActivity.SAMPLE) < 0
                || duration.compareTo(Duration.ofDays(400)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }
}
