package org.jamestandem.kernel.login;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.TandemSettings;
import reactor.core.publisher.Mono;

/**
 * Takes login names apart: {@code user+laptop@domain} is the user's device {@code laptop}, {@code
 * recent:user@domain} a look back at the last days. A user who is really called so always wins, and
 * a name that is neither stays as it is, so that its login fails as any other does.
 */
@Singleton
public final class LoginNames {
    /** How a login name begins that looks back at the last days. */
    public static final String RECENT = "recent:";

    /** The option, in the section {@value #SECTION} of {@code tandem.xml}. */
    public static final String SEPARATOR = "device-separator";

    private static final String SECTION = "pop3";
    private static final String DEFAULT_SEPARATOR = "+";
    private static final String DEVICE = "[a-z0-9][a-z0-9_-]{0,31}";
    private static final SettingFormat<String> FORMAT =
            SettingFormats.of(
                    text -> {
                        if (!text.matches("[+=~!#$%&*^|/:-]{1,3}")) {
                            throw new IllegalArgumentException("not a separator");
                        }
                        return text;
                    },
                    "1 to 3 of the characters +=~!#$%&*^|/:-",
                    "+");

    private final String separator;
    private final UsersRepository users;

    /**
     * @throws org.jamestandem.kernel.settings.InvalidSetting when the separator is none
     */
    @Inject
    public LoginNames(TandemSettings settings, UsersRepository users) {
        this(separator(settings.section(SECTION)), users);
    }

    LoginNames(String separator, UsersRepository users) {
        this.separator = separator;
        this.users = users;
    }

    /**
     * Reads and checks the option.
     *
     * @param pop3 the section
     */
    public static String separator(Settings pop3) {
        return pop3.value(SEPARATOR, FORMAT).orElse(DEFAULT_SEPARATOR);
    }

    /** Who is meant by that name. Never empty: a name that means nobody is answered as it is. */
    public Mono<Login> of(Username written) {
        return Mono.fromCallable(() -> blockingOf(written))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    /** As {@link #of}, for callers that may wait. */
    public Login blockingOf(Username written) {
        Login asWritten = new Login(written, Login.NO_DEVICE);
        return exists(written)
                ? asWritten
                : apart(written).filter(login -> exists(login.user())).orElse(asWritten);
    }

    private Optional<Login> apart(Username written) {
        String local = written.getLocalPart();
        if (local.toLowerCase(Locale.ROOT).startsWith(RECENT)) {
            return login(written, local.substring(RECENT.length()), RECENT);
        }
        int end = local.lastIndexOf(separator);
        if (end < 1) {
            return Optional.empty();
        }
        String device = local.substring(end + separator.length()).toLowerCase(Locale.ROOT);
        return device.matches(DEVICE)
                ? login(written, local.substring(0, end), device)
                : Optional.empty();
    }

    private static Optional<Login> login(Username written, String local, String device) {
        if (local.isEmpty()) {
            return Optional.empty();
        }
        Username user = Username.from(local, written.getDomainPart().map(Domain::asString));
        return Optional.of(new Login(user, device));
    }

    private boolean exists(Username user) {
        try {
            return users.contains(user);
        } catch (UsersRepositoryException e) {
            throw new IllegalStateException("cannot look up " + user.asString(), e);
        }
    }
}
