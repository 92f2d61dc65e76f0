package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.session.SessionSettings;

/** The SASL mechanisms of this server. */
final class Mechanisms {
    private static final List<String> BEARER = List.of("OAUTHBEARER", "XOAUTH2");

    private final List<Mechanism> all;

    @Inject
    Mechanisms(PlainMechanism plain, Logins logins, SessionSettings settings) {
        Stream<Mechanism> bearer =
                settings.oidc().stream()
                        .flatMap(
                                oidc ->
                                        BEARER.stream()
                                                .map(
                                                        name ->
                                                                new BearerMechanism(
                                                                        name, logins, oidc)));
        this.all = Stream.concat(Stream.of(plain), bearer).toList();
    }

    /** Names of those that can be used on this connection now. */
    List<String> names(POP3Session session) {
        return available(session).map(Mechanism::name).toList();
    }

    Optional<Mechanism> named(POP3Session session, String name) {
        return available(session)
                .filter(mechanism -> mechanism.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Stream<Mechanism> available(POP3Session session) {
        return all.stream().filter(mechanism -> mechanism.isAvailable(session));
    }
}
