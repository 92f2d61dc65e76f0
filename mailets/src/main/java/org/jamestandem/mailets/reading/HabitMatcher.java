package org.jamestandem.mailets.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReadingHabits;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Matches recipients by their habits. When the habits cannot be read it matches nobody and logs a
 * warning: the mail goes on as if the line were not there.
 */
abstract class HabitMatcher extends GenericMatcher {
    static final String WITHIN = "within";

    private static final Logger LOGGER = LoggerFactory.getLogger(HabitMatcher.class);
    private static final Duration DEFAULT_WITHIN = Duration.ofDays(90);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONCURRENCY = 16;
    private static final SettingFormat<Duration> WITHIN_FORMAT =
            SettingFormats.of(HabitMatcher::within, "a duration from 1h to 400d", "90d");

    private final ReaderActivity activity;
    private final UsersRepository users;
    private final Clock clock;
    private Duration within;

    HabitMatcher(ReaderActivity activity, UsersRepository users, Clock clock) {
        this.activity = activity;
        this.users = users;
        this.clock = clock;
    }

    /** Whether somebody with these habits is meant; older visits do not count. */
    abstract boolean matches(ReadingHabits habits, Instant since);

    void readWithin(Parameters parameters) throws MessagingException {
        within = parameters.value(WITHIN, WITHIN_FORMAT).orElse(DEFAULT_WITHIN);
    }

    @Override
    public final Collection<MailAddress> match(Mail mail) {
        Instant since = clock.instant().minus(within);
        try {
            return Flux.fromIterable(mail.getRecipients())
                    .flatMapSequential(one -> matched(one, since), CONCURRENCY)
                    .collectList()
                    .block(PATIENCE);
        } catch (RuntimeException e) {
            LOGGER.warn("{} matched nobody of {}", getMatcherInfo(), mail.getName(), e);
            return List.of();
        }
    }

    private Mono<MailAddress> matched(MailAddress recipient, Instant since) {
        return Mono.fromCallable(() -> username(recipient))
                .flatMap(activity::habitsOf)
                .filter(habits -> matches(habits, since))
                .map(habits -> recipient);
    }

    private Username username(MailAddress recipient) throws UsersRepositoryException {
        return users.getUsername(recipient);
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
