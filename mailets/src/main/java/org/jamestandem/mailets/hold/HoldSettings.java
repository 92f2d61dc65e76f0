package org.jamestandem.mailets.hold;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.Username;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * {@code <public-url>} and {@code <hold>} of {@code <mailets>}.
 *
 * @param publicUrl where people reach our pages; without it no mail can be held
 * @param repository the URL of the mail repository for what is held; without it, one beside ours
 * @param keep how long mail is held
 * @param sender who digests come from; without it, the postmaster of the reader's domain
 * @param releaseTo the processor that released mail and digests go to
 * @param learn where it is told that a mail is no spam, when somewhere
 * @param learnPassword sent along, when given
 */
public record HoldSettings(
        Optional<URI> publicUrl,
        Optional<String> repository,
        Duration keep,
        DigestTimes digestTimes,
        Languages languages,
        Optional<MailAddress> sender,
        String releaseTo,
        Optional<URI> learn,
        Optional<String> learnPassword) {
    /** The elements of {@code <mailets>} that this reads. */
    public static final Set<String> ELEMENTS = Set.of("public-url", "hold");

    private static final SettingFormat<URI> URL =
            SettingFormats.of(
                    HoldSettings::url,
                    "a URL that begins with http:// or https://, without ? or #",
                    "https://mail.example.org/");
    private static final SettingFormat<Duration> KEEP =
            SettingFormats.of(HoldSettings::keep, "a duration from 1d to 90d", "30d");
    private static final SettingFormat<List<LocalTime>> TIMES =
            SettingFormats.of(
                    DigestTimes::parse, "times of day with commas between them", "07:00, 16:30");
    private static final SettingFormat<ZoneId> ZONE =
            SettingFormats.of(HoldSettings::zone, "a time zone", "Europe/Prague");
    private static final SettingFormat<MailAddress> ADDRESS =
            SettingFormats.of(HoldSettings::address, "a mail address", "postmaster@example.org");
    private static final SettingFormat<String> REPOSITORY =
            SettingFormats.of(
                    HoldSettings::repository,
                    "the URL of a mail repository",
                    "cassandra://var/mail/held/");

    public HoldSettings {
        requireNonNull(publicUrl);
        requireNonNull(repository);
        requireNonNull(keep);
        requireNonNull(digestTimes);
        requireNonNull(languages);
        requireNonNull(sender);
        requireNonNull(releaseTo);
        requireNonNull(learn);
        requireNonNull(learnPassword);
    }

    /** When the owner is told of what is held at that instant. */
    AgendaPart digest(Instant now, Username owner) {
        return AgendaPart.of(Errand.DIGEST, digestTimes.next(now), owner);
    }

    /** When the mail goes for ever. */
    AgendaPart expiry(HeldMail held) {
        return AgendaPart.of(Errand.EXPIRY, Expiries.round(held.at().plus(keep)), held.owner());
    }

    /**
     * Reads and checks them.
     *
     * @param mailets the section
     * @throws org.jamestandem.kernel.settings.InvalidSetting when something in it is wrong
     */
    public static HoldSettings read(Settings mailets) {
        Settings hold = mailets.child("hold");
        hold.allow(
                Set.of(
                        "repository",
                        "keep",
                        "digest-at",
                        "zone",
                        "sender",
                        "release-to",
                        "learn",
                        "learn-password",
                        "language",
                        "domain",
                        "user"),
                Set.of());
        Optional<String> password = hold.value("learn-password", text("a password", "secret"));
        Optional<URI> learn = hold.value("learn", URL);
        if (password.isPresent() && learn.isEmpty()) {
            throw hold.invalid("<learn-password> means nothing without <learn>");
        }
        return new HoldSettings(
                mailets.value("public-url", URL),
                hold.value("repository", REPOSITORY),
                hold.value("keep", KEEP).orElse(Duration.ofDays(30)),
                new DigestTimes(
                        hold.value("digest-at", TIMES).orElse(List.of(LocalTime.of(7, 0))),
                        hold.value("zone", ZONE).orElse(ZoneOffset.UTC)),
                Languages.read(hold),
                hold.value("sender", ADDRESS),
                hold.value("release-to", text("a processor", "local-delivery"))
                        .orElse("local-delivery"),
                learn,
                password);
    }

    /**
     * Where people reach our pages, for a mailet that cannot do without.
     *
     * @param mailet as the error names it
     * @throws MessagingException when the operator has not said it
     */
    URI publicUrl(String mailet) throws MessagingException {
        return publicUrl.orElseThrow(
                () ->
                        new MessagingException(
                                mailet
                                        + ": tandem.xml: tandem/mailets/public-url is missing;"
                                        + " expected "
                                        + URL.expected()
                                        + ", for example <public-url>"
                                        + URL.example()
                                        + "</public-url>"));
    }

    /** The language of that reader. */
    public Language language(Username reader) {
        return languages.of(reader);
    }

    /** The language of whoever is not known. */
    public Language language() {
        return languages.general();
    }

    MailAddress sender(Username reader) {
        return sender.orElseGet(
                () ->
                        address(
                                "postmaster@"
                                        + reader.getDomainPart()
                                                .map(domain -> domain.asString())
                                                .orElse("localhost")));
    }

    private static SettingFormat<String> text(String expected, String example) {
        return SettingFormats.text(expected, example);
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("not such a URL");
        }
        return url;
    }

    private static Duration keep(String text) {
        Duration duration = SettingFormats.duration().parse(text);
        if (duration.toDays() < 1 || duration.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String repository(String text) {
        if (!text.matches("[a-z][a-z0-9+-]*://\\S{1,200}")) {
            throw new IllegalArgumentException("not such a URL");
        }
        return text;
    }
}
