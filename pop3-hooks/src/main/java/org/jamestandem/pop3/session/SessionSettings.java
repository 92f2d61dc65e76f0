package org.jamestandem.pop3.session;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * The options of {@code <pop3>} that are no policy.
 *
 * @param failedLoginDelay how long a wrong password waits for its answer; zero for not at all
 * @param oidc empty when tokens are not accepted
 */
public record SessionSettings(
        PlainTextLogin plainTextLogin, Duration failedLoginDelay, Optional<Oidc> oidc) {
    /** The elements of {@code <pop3>} that {@link #read} reads. */
    public static final Set<String> ELEMENTS =
            Set.of("plain-text-login", "failed-login-delay", "oidc");

    /** What holds without a {@code tandem.xml}. */
    public static final SessionSettings DEFAULT =
            new SessionSettings(PlainTextLogin.ALLOW, Duration.ofSeconds(2), Optional.empty());

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final SettingFormat<URL> ADDRESS =
            SettingFormats.of(
                    SessionSettings::url, "an http or https URL", "https://sso.example.org/keys");

    /**
     * Reads and checks these options.
     *
     * @param pop3 the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when one of them is unknown or illegal
     */
    public static SessionSettings read(Settings pop3) {
        return new SessionSettings(
                pop3.value("plain-text-login", SettingFormats.oneOf(PlainTextLogin.class))
                        .orElse(DEFAULT.plainTextLogin()),
                pop3.value("failed-login-delay", delay()).orElse(DEFAULT.failedLoginDelay()),
                oidc(pop3));
    }

    private static SettingFormat<Duration> delay() {
        return SettingFormats.of(
                text -> {
                    Duration delay = SettingFormats.duration().parse(text);
                    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return delay;
                },
                "a duration from 0s to 60s",
                "2s");
    }

    private static Optional<Oidc> oidc(Settings pop3) {
        Settings oidc = pop3.child("oidc");
        Settings introspection = oidc.child("introspection");
        Settings userInfo = oidc.child("userinfo");
        oidc.allow(
                Set.of(
                        "jwksURL",
                        "claim",
                        "oidcConfigurationURL",
                        "scope",
                        "introspection",
                        "userinfo"),
                Set.of());
        introspection.allow(Set.of("url", "auth"), Set.of());
        userInfo.allow(Set.of("url"), Set.of());
        Optional<URL> jwks = oidc.value("jwksURL", ADDRESS);
        Optional<String> claim = oidc.value("claim", text("a claim of the token", "email"));
        Optional<URL> discovery = oidc.value("oidcConfigurationURL", ADDRESS);
        Optional<String> scope = oidc.value("scope", text("scopes", "openid profile email"));
        Optional<URL> introspectionUrl = introspection.value("url", ADDRESS);
        Optional<String> authorization =
                introspection.value("auth", text("an Authorization header", "Bearer abc"));
        Optional<URL> userInfoUrl = userInfo.value("url", ADDRESS);
        if (pop3.children("oidc").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Oidc(
                        required(oidc, "jwksURL", jwks),
                        required(oidc, "claim", claim),
                        required(oidc, "oidcConfigurationURL", discovery),
                        required(oidc, "scope", scope),
                        introspectionUrl,
                        authorization,
                        userInfoUrl));
    }

    private static <T> T required(Settings oidc, String name, Optional<T> value) {
        return value.orElseThrow(() -> oidc.invalid("<" + name + "> is missing"));
    }

    private static SettingFormat<String> text(String expected, String example) {
        return SettingFormats.text(expected, example);
    }

    private static URL url(String text) {
        try {
            URL url = new URL(text);
            if (!url.getProtocol().startsWith("http")) {
                throw new IllegalArgumentException("neither http nor https");
            }
            return url;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
