package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.jamestandem.pop3.maildrop.Credential;

/** PLAIN (RFC 4616), with an authorization identity where the account is delegated. */
final class PlainMechanism implements Mechanism {
    private static final int PARTS = 3;

    private final Logins logins;

    @Inject
    PlainMechanism(Logins logins) {
        this.logins = logins;
    }

    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public boolean isAvailable(POP3Session session) {
        return logins.isPossible(session);
    }

    @Override
    public Response answer(POP3Session session, String encoded) throws Refusal {
        String[] parts = decoded(encoded).split("\0", -1);
        if (parts.length != PARTS) {
            throw Refusal.because("not a response of PLAIN");
        }
        Username login = username(parts[1]);
        if (parts[0].isEmpty() || username(parts[0]).equals(login)) {
            return logins.login(session, login, new Credential.Password(parts[2]));
        }
        return logins.login(
                session, username(parts[0]), new Credential.PasswordOf(login, parts[2]));
    }

    private static String decoded(String encoded) throws Refusal {
        try {
            byte[] octets = Base64.getDecoder().decode(encoded);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Refusal.because("not a response of PLAIN in base64");
        }
    }

    private static Username username(String text) throws Refusal {
        try {
            return Username.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Replies.wrongCredentials("not a user name"));
        }
    }
}
