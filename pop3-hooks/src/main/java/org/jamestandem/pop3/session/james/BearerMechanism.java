package org.jamestandem.pop3.session.james;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OIDCSASLParser;
import org.apache.james.protocols.api.OIDCSASLParser.OIDCInitialResponse;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Credential;
import org.jamestandem.pop3.session.Oidc;
import reactor.core.publisher.Mono;

/**
 * OAUTHBEARER (RFC 7628) and XOAUTH2. A client whose token is refused is told why as RFC 7628 §3.2
 * has it, and gets its -ERR once it has answered.
 */
final class BearerMechanism implements Mechanism {
    private final String name;
    private final Logins logins;
    private final Oidc oidc;

    BearerMechanism(String name, Logins logins, Oidc oidc) {
        this.name = name;
        this.logins = logins;
        this.oidc = oidc;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAvailable(POP3Session session) {
        return logins.isPossible(session);
    }

    @Override
    public Response answer(POP3Session session, String encoded) throws Refusal {
        OIDCInitialResponse bearer =
                OIDCSASLParser.parse(encoded)
                        .orElseThrow(() -> Refusal.because("not a response of " + name));
        return Command.later(
                Tokens.user(oidc, bearer.getToken())
                        .flatMap(user -> loggedIn(session, bearer, user))
                        .switchIfEmpty(Mono.fromSupplier(() -> refused(session, bearer))));
    }

    private Mono<Response> loggedIn(
            POP3Session session, OIDCInitialResponse bearer, Username user) {
        Username owner = Username.of(bearer.getAssociatedUser());
        return logins.loggingIn(session, owner, new Credential.Vouched(user));
    }

    private Response refused(POP3Session session, OIDCInitialResponse bearer) {
        Conversation.on(session)
                .expect(line -> Command.later(logins.failed(session, bearer.getAssociatedUser())));
        String error =
                "{\"status\":\"invalid_token\",\"scope\":\"%s\",\"openid-configuration\":\"%s\"}"
                        .formatted(oidc.scope(), oidc.discovery());
        return Replies.challenge(
                Base64.getEncoder().encodeToString(error.getBytes(StandardCharsets.UTF_8)));
    }
}
