package org.jamestandem.distribution.webadmin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import spark.Request;
import spark.Response;
import spark.Spark;

/**
 * Lets a request through that carries {@code Authorization: Bearer TOKEN} (RFC 6750 §2.1).
 *
 * <p>OPTIONS goes through without: a browser's CORS preflight carries no credentials.
 */
public final class TokenFilter implements AuthenticationFilter {
    private static final int UNAUTHORIZED = 401;
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    public TokenFilter(String token) {
        this.expected = token.getBytes(UTF_8);
    }

    @Override
    public void handle(Request request, Response response) {
        if (request.requestMethod().equals("OPTIONS")) {
            return;
        }
        String header = request.headers("Authorization");
        if (header == null || !header.startsWith(SCHEME) || !matches(header)) {
            response.header("WWW-Authenticate", "Bearer realm=\"webadmin\"");
            Spark.halt(
                    UNAUTHORIZED,
                    "{\"statusCode\":401,\"type\":\"Unauthorized\",\"message\":"
                            + "\"Send the header 'Authorization: Bearer TOKEN'.\"}");
        }
    }

    /** Takes the same time whatever is wrong. */
    private boolean matches(String header) {
        byte[] given = header.substring(SCHEME.length()).strip().getBytes(UTF_8);
        return MessageDigest.isEqual(expected, given);
    }
}
