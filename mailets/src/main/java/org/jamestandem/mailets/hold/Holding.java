package org.jamestandem.mailets.hold;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.mailet.Mail;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.mailets.decisions.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Holds mail back, sends it on, and removes what nobody asked for in time. */
@Singleton
public final class Holding {
    private static final Logger LOGGER = LoggerFactory.getLogger(Holding.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final HeldMails mails;
    private final HeldContent content;
    private final Agenda agenda;
    private final Claims claims;
    private final Outbox outbox;
    private final Feedback feedback;
    private final Decisions decisions;
    private final HoldSettings settings;

    @Inject
    public Holding(
            HeldMails mails,
            HeldContent content,
            Agenda agenda,
            Claims claims,
            Outbox outbox,
            Feedback feedback,
            Decisions decisions,
            HoldSettings settings) {
        this.mails = mails;
        this.content = content;
        this.agenda = agenda;
        this.claims = claims;
        this.outbox = outbox;
        this.feedback = feedback;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** Holds the mail back from that recipient. When it fails, the mail must go on. */
    Mono<Void> hold(HeldMail held, Mail mail, MailAddress recipient) {
        Username owner = held.owner();
        AgendaPart digest = settings.digest(held.at(), owner);
        AgendaPart expiry = settings.expiry(held);
        return content.store(held.id(), mail, recipient)
                .then(Mono.defer(() -> agenda.enrol(expiry, owner, held.id())))
                .then(Mono.defer(() -> mails.keep(held)))
                .then(Mono.defer(() -> agenda.enrol(digest, owner, held.id())));
    }

    /** What is held under that ticket; completes empty when nothing is any more. */
    public Mono<HeldMail> held(Ticket ticket) {
        return mails.find(ticket.owner(), ticket.id());
    }

    /**
     * Sends the mail on.
     *
     * @param notSpam whether the scanner is told that it was wrong
     * @return empty when it is not held any more, or another is just releasing it
     */
    public Mono<HeldMail> release(Ticket ticket, boolean notSpam) {
        return claims.with(
                "release " + ticket.id(),
                CLAIM,
                () -> held(ticket).flatMap(held -> released(held, notSpam)));
    }

    private Mono<HeldMail> released(HeldMail held, boolean notSpam) {
        return Mono.usingWhen(
                        content.read(held.id()),
                        mail -> sentOn(held, mail, notSpam).thenReturn(held),
                        mail -> Mono.fromRunnable(() -> LifecycleUtil.dispose(mail)))
                .switchIfEmpty(Mono.defer(() -> lost(held)))
                .flatMap(sent -> forget(sent.owner(), sent.id()).thenReturn(sent));
    }

    private Mono<Void> sentOn(HeldMail held, Mail mail, boolean notSpam) {
        return Mono.defer(
                () -> {
                    if (notSpam) {
                        learn(mail);
                    }
                    MailAddress recipient = address(held);
                    return outbox.resume(mail, recipient)
                            .doOnSuccess(
                                    done ->
                                            decisions.record(
                                                    mail,
                                                    recipient,
                                                    AuditAction.RELEASED,
                                                    notSpam ? "its reader: not spam" : "its reader",
                                                    ""));
                });
    }

    private void learn(Mail mail) {
        try {
            feedback.notSpam(mail.getMessage());
        } catch (MessagingException e) {
            LOGGER.warn("nobody learns from {}: it cannot be read", mail.getName(), e);
        }
    }

    private Mono<HeldMail> lost(HeldMail held) {
        LOGGER.error("Held mail {} of {} is not in its repository", held.id(), held.owner());
        return mails.forget(held.owner(), held.id()).then(Mono.empty());
    }

    /** Removes it for ever, wherever it is. Idempotent. */
    Mono<Void> forget(Username owner, UUID id) {
        return content.remove(id).then(Mono.defer(() -> mails.forget(owner, id)));
    }

    private static MailAddress address(HeldMail held) {
        try {
            return new MailAddress(held.recipient());
        } catch (AddressException e) {
            throw new IllegalStateException("held for no address: " + held.recipient(), e);
        }
    }
}
