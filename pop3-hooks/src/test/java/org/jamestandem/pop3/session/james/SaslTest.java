package org.jamestandem.pop3.session.james;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Jwts;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Date;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 5034 and RFC 7628 on a server that trusts an identity provider. */
class SaslTest {
    private static HttpServer provider;
    private static KeyPair keys;
    private static Pop3Server server;

    private TestMailbox mailbox;

    @BeforeAll
    static void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext(
                "/keys",
                exchange -> {
                    byte[] body = keySet((RSAPublicKey) keys.getPublic()).getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        provider.start();
        String url = "http://127.0.0.1:" + provider.getAddress().getPort();
        server =
                Pop3Server.with(
                        """
                        <tandem>
                          <state>memory</state>
                          <pop3>
                            <failed-login-delay>0s</failed-login-delay>
                            <oidc>
                              <jwksURL>%s/keys</jwksURL>
                              <claim>email</claim>
                              <oidcConfigurationURL>%s/discovery</oidcConfigurationURL>
                              <scope>email</scope>
                            </oidc>
                          </pop3>
                        </tandem>
                        """
                                .formatted(url, url));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.stop(0);
    }

    @BeforeEach
    void mailbox() {
        mailbox = server.newMailbox("sasl.example");
        mailbox.append("one");
    }

    @Test
    void mechanismsStandInCapa() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.lines("CAPA")).contains("SASL PLAIN OAUTHBEARER XOAUTH2");
        }
    }

    @Test
    void plainMayComeWithTheCommand() {
        try (Pop3Connection connection = server.connect()) {
            connection.ok("AUTH plain " + plain("", mailbox.user(), "secret"));
            assertThat(connection.ok("STAT")).startsWith("+OK 1 ");
            assertThat(connection.answer("AUTH PLAIN")).startsWith("-ERR ");
        }
    }

    @Test
    void plainMayComeAfterTheCommand() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.answer("AUTH PLAIN")).isEqualTo("+ ");
            connection.ok(plain(mailbox.user(), mailbox.user(), "secret"));
            connection.ok("STAT");
        }
    }

    @Test
    void plainMayComeAtOnceBehindTheCommand() {
        try (Pop3Connection connection = server.connect()) {
            connection.send("AUTH PLAIN", plain("", mailbox.user(), "secret"), "STAT");
            assertThat(connection.line()).isEqualTo("+ ");
            assertThat(connection.line()).startsWith("+OK ");
            assertThat(connection.line()).startsWith("+OK 1 ");
        }
    }

    @Test
    void aCancelledExchangeIsNoLogin() {
        try (Pop3Connection connection = server.connect()) {
            connection.answer("AUTH PLAIN");
            assertThat(connection.answer("*")).startsWith("-ERR ");
            assertThat(connection.answer("STAT")).startsWith("-ERR ");
            connection.ok("AUTH PLAIN " + plain("", mailbox.user(), "secret"));
        }
    }

    @Test
    void whatCannotBeReadIsRefused() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.answer("AUTH PLAIN ***")).startsWith("-ERR ");
            assertThat(connection.answer("AUTH PLAIN =")).startsWith("-ERR ");
            assertThat(connection.answer("AUTH PLAIN " + base64("anna"))).startsWith("-ERR ");
            assertThat(connection.answer("AUTH PLAIN a b")).startsWith("-ERR ");
            assertThat(connection.answer("AUTH")).startsWith("-ERR ");
            assertThat(connection.answer("AUTH GSSAPI")).startsWith("-ERR ");
        }
    }

    @Test
    void aWrongPasswordHasTheResponseCode() {
        try (Pop3Connection connection = server.connect()) {
            assertThat(connection.answer("AUTH PLAIN " + plain("", mailbox.user(), "wrong")))
                    .startsWith("-ERR [AUTH] ");
        }
    }

    @Test
    void anotherUsersMaildropNeedsDelegation() {
        TestMailbox other = server.newMailbox("sasl.example");
        try (Pop3Connection connection = server.connect()) {
            assertThat(
                            connection.answer(
                                    "AUTH PLAIN " + plain(other.user(), mailbox.user(), "secret")))
                    .startsWith("-ERR [AUTH] ");
        }
    }

    @Test
    void aTokenOfTheProviderLogsIn() {
        String token = token(keys, mailbox.user());
        try (Pop3Connection connection = server.connect()) {
            connection.ok("AUTH OAUTHBEARER " + bearer(mailbox.user(), token));
            assertThat(connection.ok("STAT")).startsWith("+OK 1 ");
        }
        try (Pop3Connection connection = server.connect()) {
            connection.answer("AUTH XOAUTH2");
            connection.ok(
                    base64(
                            "user="
                                    + mailbox.user()
                                    + "\u0001auth=Bearer "
                                    + token
                                    + "\u0001\u0001"));
        }
    }

    @Test
    void aTokenOfAnybodyElseIsRefusedInTwoSteps() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String token = token(generator.generateKeyPair(), mailbox.user());
        try (Pop3Connection connection = server.connect()) {
            String challenge =
                    connection.answer("AUTH OAUTHBEARER " + bearer(mailbox.user(), token));
            assertThat(new String(Base64.getDecoder().decode(challenge.substring(2)), UTF_8))
                    .contains("\"status\":\"invalid_token\"", "\"scope\":\"email\"");
            assertThat(connection.answer("AQ==")).startsWith("-ERR [AUTH] ");
            assertThat(connection.answer("STAT")).startsWith("-ERR ");
        }
    }

    private static String plain(String authorization, String user, String password) {
        return base64(authorization + "\0" + user + "\0" + password);
    }

    private static String bearer(String user, String token) {
        return base64("n,\u0001user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String token(KeyPair signer, String user) {
        return Jwts.builder()
                .setHeaderParam("kid", "one")
                .claim("email", user)
                .setExpiration(new Date(Long.MAX_VALUE / 1000))
                .signWith(signer.getPrivate())
                .compact();
    }

    private static String keySet(RSAPublicKey key) {
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"one","n":"%s","e":"%s"}]}\
        """
                .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] octets = number.toByteArray();
        int from = octets[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(octets, from, octets.length));
    }
}
