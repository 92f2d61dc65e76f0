package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import org.apache.james.core.Username;
import org.jamestandem.kernel.account.UserRows;
import reactor.core.publisher.Mono;

/**
 * What is held back from a user. The mail itself is one for both names and goes when its time is
 * over; whoever is renamed is told of it again, since links of earlier digests name the former
 * user.
 */
@Singleton
public final class HeldRows implements UserRows {
    private final HeldMails mails;
    private final Agenda agenda;
    private final HoldSettings settings;
    private final Clock clock;

    @Inject
    public HeldRows(HeldMails mails, Agenda agenda, HoldSettings settings, Clock clock) {
        this.mails = mails;
        this.agenda = agenda;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "held-mail";
    }

    @Override
    public Mono<Void> copy(Username from, Username to) {
        return mails.of(from)
                .filterWhen(held -> mails.find(to, held.id()).hasElement().map(has -> !has))
                .concatMap(held -> keep(held.renamed(to)))
                .then();
    }

    private Mono<Void> keep(HeldMail held) {
        return agenda.enrol(settings.expiry(held), held.owner(), held.id())
                .then(
                        Mono.defer(
                                () ->
                                        agenda.enrol(
                                                settings.digest(clock.instant(), held.owner()),
                                                held.owner(),
                                                held.id())))
                .then(Mono.defer(() -> mails.keep(held)));
    }

    @Override
    public Mono<Void> forget(Username user) {
        return mails.of(user).concatMap(held -> mails.forget(user, held.id())).then();
    }
}
