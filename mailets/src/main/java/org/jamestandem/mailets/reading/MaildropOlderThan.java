package org.jamestandem.mailets.reading;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MultimailboxesSearchQuery;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.DateResolution;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;
import reactor.core.publisher.Mono;

/**
 * Matches the recipients in whose INBOX a message was delivered longer ago than the given age,
 * whether POP3 still offers it or not.
 *
 * <p>Condition {@code age}, required. What was found is kept for an hour for each user.
 */
public class MaildropOlderThan extends AccountMatcher {
    private static final String AGE = "age";
    private static final Duration STALENESS = Duration.ofHours(1);
    private static final int USERS_CACHED = 20_000;
    private static final SettingFormat<Duration> AGE_FORMAT =
            SettingFormats.of(MaildropOlderThan::age, "a duration from 1d to 36500d", "30d");

    private final MailboxManager mailboxes;
    private final Clock clock;
    private final Cache<Username, Boolean> found;
    private Duration age;

    @Inject
    public MaildropOlderThan(MailboxManager mailboxes, UsersRepository users, Clock clock) {
        super(users);
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.found =
                CacheBuilder.newBuilder()
                        .maximumSize(USERS_CACHED)
                        .expireAfterWrite(STALENESS)
                        .ticker(ticker(clock))
                        .build();
    }

    @Override
    public void init() throws MessagingException {
        age =
                Parameters.ofCondition(
                                MaildropOlderThan.class, getMatcherConfig(), AGE, List.of(AGE))
                        .value(AGE, AGE_FORMAT)
                        .orElseThrow(
                                () ->
                                        new MessagingException(
                                                "MaildropOlderThan: age is missing; expected "
                                                        + AGE_FORMAT.expected()
                                                        + ", for example MaildropOlderThan=30d"));
    }

    @Override
    Mono<Boolean> matches(Username user) {
        Boolean known = found.getIfPresent(user);
        return known == null
                ? search(user).doOnNext(old -> found.put(user, old))
                : Mono.just(known);
    }

    private Mono<Boolean> search(Username user) {
        MailboxSession session = mailboxes.createSystemSession(user);
        return Mono.from(mailboxes.getMailboxReactive(MailboxPath.inbox(user), session))
                .flatMap(inbox -> hasOld(inbox.getId(), session))
                .onErrorReturn(MailboxNotFoundException.class, false)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> hasOld(MailboxId inbox, MailboxSession session) {
        Date latest = Date.from(clock.instant().minus(age));
        SearchQuery old =
                SearchQuery.of(SearchQuery.internalDateBefore(latest, DateResolution.Second));
        MultimailboxesSearchQuery query =
                MultimailboxesSearchQuery.from(old).inMailboxes(inbox).build();
        return Mono.from(mailboxes.search(query, session, 1)).hasElement();
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients whose maildrop is older than " + age;
    }

    private static Ticker ticker(Clock clock) {
        return new Ticker() {
            @Override
            public long read() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }
        };
    }

    private static Duration age(String text) {
        Duration duration = SettingFormats.duration().parse(text);
        if (duration.toDays() < 1 || duration.toDays() > 36_500) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }
}
