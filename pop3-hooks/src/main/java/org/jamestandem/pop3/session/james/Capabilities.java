package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.CapaCapability;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.policy.Announcements;
import org.jamestandem.pop3.policy.LoginDelayCapability;

/** What we announce, before and after login (RFC 2449 §6, RFC 3206 §6). */
final class Capabilities implements CapaCapability, ProtocolHandler {
    private static final List<String> ALWAYS =
            List.of(
                    "TOP",
                    "UIDL",
                    "PIPELINING",
                    "RESP-CODES",
                    "AUTH-RESP-CODE",
                    "UTF8",
                    "LANG",
                    "IMPLEMENTATION Tandem");

    private final Announcements announcements;
    private final Mechanisms mechanisms;

    @Inject
    Capabilities(Announcements announcements, Mechanisms mechanisms) {
        this.announcements = announcements;
        this.mechanisms = mechanisms;
    }

    @Override
    public Set<String> getImplementedCapabilities(POP3Session session) {
        Set<String> lines = new LinkedHashSet<>(ALWAYS);
        List<String> sasl = mechanisms.names(session);
        if (!sasl.isEmpty()) {
            lines.add("USER");
            lines.add("SASL " + String.join(" ", sasl));
        }
        lines.add(expire(session));
        loginDelay(session).ifPresent(lines::add);
        if (StlsCommand.isAvailable(session)) {
            lines.add(StlsCommand.VERB);
        }
        return lines;
    }

    private Optional<String> loginDelay(POP3Session session) {
        return Command.maildrop(session)
                .map(OpenMaildrop::policy)
                .map(LoginDelayCapability::of)
                .orElseGet(announcements::loginDelay);
    }

    private String expire(POP3Session session) {
        return Command.maildrop(session).map(OpenMaildrop::expire).orElseGet(announcements::expire);
    }
}
