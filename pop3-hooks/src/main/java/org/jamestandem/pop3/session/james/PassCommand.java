package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.lib.POP3BeforeSMTPHelper;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.maildrop.Maildrops;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PASS (RFC 1939 §7): logs in and opens the maildrop. */
final class PassCommand extends Command {
    private static final Logger LOGGER = LoggerFactory.getLogger(PassCommand.class);

    private final Maildrops maildrops;
    private final Pop3Visits visits;

    @Inject
    PassCommand(MetricFactory metrics, Maildrops maildrops, Pop3Visits visits) {
        super(metrics, "PASS");
        this.maildrops = maildrops;
        this.visits = visits;
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) throws Refusal {
        if (session.getHandlerState() == POP3Session.TRANSACTION) {
            throw Refusal.because("already logged in");
        }
        if (session.getHandlerState() != POP3Session.AUTHENTICATION_USERSET) {
            throw Refusal.because("send USER first");
        }
        session.setHandlerState(POP3Session.AUTHENTICATION_READY);
        OpenMaildrop maildrop = open(session, arguments.text());
        session.stopDetectingCommandInjection();
        session.setUsername(maildrop.reader().user());
        session.setAttachment(MAILDROP, maildrop, State.Transaction);
        session.setHandlerState(POP3Session.TRANSACTION);
        POP3BeforeSMTPHelper.addIPAddress(address(session));
        visits.begin(maildrop);
        return welcome(maildrop.messages());
    }

    private OpenMaildrop open(POP3Session session, String password) throws Refusal {
        try {
            return Waiting.on(maildrops.open(session.getUsername(), password))
                    .orElseThrow(() -> wrong(session));
        } catch (RuntimeException e) {
            LOGGER.error("Could not open the maildrop of {}", session.getUsername().asString(), e);
            throw new Refusal(Replies.temporaryFailure("the maildrop cannot be opened now"));
        }
    }

    private static Refusal wrong(POP3Session session) {
        LOGGER.info(
                "Wrong credentials for {} from {}",
                session.getUsername().asString(),
                address(session));
        return new Refusal(Replies.wrongCredentials("wrong user name or password"));
    }

    private static Response welcome(Maildrop messages) {
        return Replies.ok(
                "maildrop has %d messages (%d octets)"
                        .formatted(messages.count(), messages.octets()));
    }

    private static String address(POP3Session session) {
        return session.getRemoteAddress().getAddress().getHostAddress();
    }
}
