package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.lib.POP3BeforeSMTPHelper;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Credential;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.MaildropBusy;
import org.jamestandem.pop3.maildrop.Maildrops;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.reader.TooManyDevices;
import org.jamestandem.pop3.session.SessionSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Logs clients in, whichever way they prove who they are. */
@Singleton
final class Logins {
    private static final Logger LOGGER = LoggerFactory.getLogger(Logins.class);
    private static final int MOST_FAILURES = 5;

    private final Maildrops maildrops;
    private final Pop3Visits visits;
    private final SessionJournal journal;
    private final SessionSettings settings;

    @Inject
    Logins(
            Maildrops maildrops,
            Pop3Visits visits,
            SessionJournal journal,
            SessionSettings settings) {
        this.journal = journal;
        this.maildrops = maildrops;
        this.visits = visits;
        this.settings = settings;
    }

    /**
     * @throws Refusal when the client has logged in, or has to start TLS first
     */
    void checkPossible(POP3Session session) throws Refusal {
        if (session.getHandlerState() == POP3Session.TRANSACTION) {
            throw Refusal.because("already logged in");
        }
        if (!isPossible(session)) {
            throw Refusal.because("start TLS first, a password may not be sent in plain text");
        }
    }

    /** Whether a password may be sent now. */
    boolean isPossible(POP3Session session) {
        return settings.plainTextLogin()
                .permits(session.getRemoteAddress().getAddress(), session.isTLSStarted());
    }

    /** Opens the maildrop of that user; the answer says whether it is open. */
    Response login(POP3Session session, Username user, Credential credential) {
        return Command.later(loggingIn(session, user, credential));
    }

    /** As {@link #login}, for work that goes on. */
    Mono<Response> loggingIn(POP3Session session, Username user, Credential credential) {
        return journal.opening(maildrops.open(user, credential, Conversation.on(session).form()))
                .map(maildrop -> entered(session, maildrop))
                .switchIfEmpty(Mono.defer(() -> failed(session, user.asString())))
                .onErrorResume(error -> Mono.just(unopened(user, error)));
    }

    /** The answer to a login that proves nothing, after a while. */
    Mono<Response> failed(POP3Session session, String name) {
        LOGGER.info("Wrong credentials for {} from {}", name, address(session));
        POP3Response response =
                new POP3Response(POP3Response.ERR_RESPONSE, "[AUTH] wrong user name or password");
        int failures = Conversation.on(session).countFailedLogin();
        response.setEndSession(failures >= MOST_FAILURES);
        return Mono.<Response>just(response).delaySubscription(settings.failedLoginDelay());
    }

    private Response entered(POP3Session session, OpenMaildrop maildrop) {
        journal.begin(session, maildrop);
        if (!Conversation.on(session).enter(maildrop)) {
            journal.end(session);
            maildrop.release();
            return Replies.error("the connection has ended");
        }
        session.stopDetectingCommandInjection();
        session.setUsername(maildrop.reader().user());
        session.setHandlerState(POP3Session.TRANSACTION);
        POP3BeforeSMTPHelper.addIPAddress(address(session));
        visits.begin(maildrop);
        Maildrop messages = maildrop.messages();
        return Replies.ok(
                "maildrop has %d messages (%d octets)"
                        .formatted(messages.count(), messages.octets()));
    }

    private static Response unopened(Username user, Throwable error) {
        if (error instanceof TooManyDevices) {
            LOGGER.info("Refused {}: {}", user.asString(), error.getMessage());
            return Replies.error("[SYS/PERM] you read from too many devices, use one of them");
        }
        if (error instanceof MaildropBusy busy) {
            return Replies.busy(busy.purpose());
        }
        LOGGER.error("Could not open the maildrop of {}", user.asString(), error);
        return Replies.temporaryFailure("the maildrop cannot be opened now");
    }

    private static String address(POP3Session session) {
        return session.getRemoteAddress().getAddress().getHostAddress();
    }
}
