package org.jamestandem.pop3.session.james;

import org.apache.james.core.Username;
import org.apache.james.jwt.OidcJwtTokenVerifier;
import org.apache.james.jwt.introspection.IntrospectionEndpoint;
import org.jamestandem.pop3.session.Oidc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Tokens of the identity provider, checked as James' own IMAP checks them. */
final class Tokens {
    private static final Logger LOGGER = LoggerFactory.getLogger(Tokens.class);

    private Tokens() {}

    /** Whom the token names; empty when it is not valid, or nobody can tell. May block. */
    static Mono<Username> user(Oidc oidc, String token) {
        return Mono.defer(() -> name(oidc, token))
                .map(Username::of)
                .onErrorResume(
                        error -> {
                            LOGGER.info("Could not check a token", error);
                            return Mono.empty();
                        });
    }

    private static Mono<String> name(Oidc oidc, String token) {
        if (oidc.introspection().isPresent()) {
            IntrospectionEndpoint endpoint =
                    new IntrospectionEndpoint(
                            oidc.introspection().get(), oidc.introspectionAuthorization());
            return Mono.from(
                    OidcJwtTokenVerifier.verifyWithIntrospection(
                            token, oidc.jwks(), oidc.claim(), endpoint));
        }
        if (oidc.userInfo().isPresent()) {
            return Mono.from(
                    OidcJwtTokenVerifier.verifyWithUserinfo(
                            token, oidc.jwks(), oidc.claim(), oidc.userInfo().get()));
        }
        return Mono.justOrEmpty(
                OidcJwtTokenVerifier.verifySignatureAndExtractClaim(
                        token, oidc.jwks(), oidc.claim()));
    }
}
