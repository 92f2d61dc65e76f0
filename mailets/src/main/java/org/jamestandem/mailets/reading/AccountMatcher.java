package org.jamestandem.mailets.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks about the account of each recipient. When one cannot be read it matches nobody and logs a
 * warning: the mail goes on as if the line were not there.
 */
abstract class AccountMatcher extends GenericMatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccountMatcher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONCURRENCY = 16;

    private final UsersRepository users;

    AccountMatcher(UsersRepository users) {
        this.users = users;
    }

    /** Whether the recipient with that account is meant. */
    abstract Mono<Boolean> matches(Username user);

    @Override
    public final Collection<MailAddress> match(Mail mail) {
        try {
            return Flux.fromIterable(mail.getRecipients())
                    .flatMapSequential(this::matched, CONCURRENCY)
                    .collectList()
                    .block(PATIENCE);
        } catch (RuntimeException e) {
            LOGGER.warn("{} matched nobody of {}", getMatcherInfo(), mail.getName(), e);
            return List.of();
        }
    }

    private Mono<MailAddress> matched(MailAddress recipient) {
        return Mono.fromCallable(() -> username(recipient))
                .flatMap(this::matches)
                .filter(meant -> meant)
                .map(meant -> recipient);
    }

    private Username username(MailAddress recipient) throws UsersRepositoryException {
        return users.getUsername(recipient);
    }
}
