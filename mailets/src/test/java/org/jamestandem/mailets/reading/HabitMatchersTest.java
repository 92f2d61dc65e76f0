package org.jamestandem.mailets.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jamestandem.kernel.activity.AccessProtocol.IMAP;
import static org.jamestandem.kernel.activity.AccessProtocol.POP3;
import static org.jamestandem.kernel.activity.AfterDownload.LEFT;
import static org.jamestandem.kernel.activity.AfterDownload.REMOVED;
import static org.jamestandem.kernel.activity.AfterDownload.UNKNOWN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.apache.james.mailetcontainer.impl.matchers.And;
import org.apache.james.mailetcontainer.impl.matchers.Not;
import org.apache.james.mailetcontainer.impl.matchers.Or;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.memory.MemoryUsersRepository;
import org.apache.mailet.Matcher;
import org.apache.mailet.base.test.FakeMail;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.Visit;
import org.jamestandem.kernel.activity.memory.MemoryReaderLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class HabitMatchersTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UsersRepository USERS = MemoryUsersRepository.withVirtualHosting(null);
    private static final List<String> EVERYBODY =
            List.of("popper", "imapper", "mixed", "changed", "leaver", "nobody");

    private final ReaderLedger ledger = new MemoryReaderLedger();

    @BeforeEach
    void record() {
        visit("popper", POP3, "", 1, REMOVED);
        visit("imapper", IMAP, "", 2, UNKNOWN);
        visit("mixed", POP3, "laptop", 3, UNKNOWN);
        visit("mixed", IMAP, "", 4, UNKNOWN);
        visit("changed", POP3, "desk", 120, LEFT);
        visit("changed", IMAP, "", 5, UNKNOWN);
        visit("leaver", POP3, "", 6, REMOVED);
        visit("leaver", POP3, "phone", 7, LEFT);
        visit("popper", POP3, "recent:", 1, UNKNOWN);
    }

    private void visit(
            String user,
            AccessProtocol protocol,
            String device,
            int daysAgo,
            AfterDownload download) {
        ledger.record(
                        new Visit(
                                Username.of(user + "@tandem.example"),
                                protocol,
                                device,
                                NOW.minus(Duration.ofDays(daysAgo)),
                                download))
                .block();
    }

    private static Matcher made(String matcher, ReaderActivity activity, String condition)
            throws MessagingException {
        Matcher made =
                switch (matcher) {
                    case "ReadsBy" -> new ReadsBy(activity, USERS, CLOCK);
                    case "HasDevice" -> new HasDevice(activity, USERS, CLOCK);
                    default -> new LeavesMailOnServer(activity, USERS, CLOCK);
                };
        made.init(FakeMatcherConfig.builder().matcherName(matcher).condition(condition).build());
        return made;
    }

    private static FakeMail toEverybody() throws MessagingException {
        return FakeMail.builder()
                .name("m1")
                .recipients(
                        EVERYBODY.stream()
                                .map(name -> name + "@tandem.example")
                                .toArray(String[]::new))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ReadsBy; pop3; popper leaver",
                "ReadsBy; imap; imapper changed",
                "ReadsBy; both; mixed",
                "ReadsBy; none; nobody",
                "ReadsBy; pop3|none; popper leaver nobody",
                "ReadsBy; by=imap | both; imapper mixed changed",
                "ReadsBy; both,within=200d; mixed changed",
                "ReadsBy; imap,within=4; imapper",
                "ReadsBy; both,within=4; mixed",
                "ReadsBy; none,within=1h; popper imapper mixed changed leaver nobody",
                "HasDevice; ; mixed leaver",
                "HasDevice; phone; leaver",
                "HasDevice; Phone; leaver",
                "HasDevice; name=laptop; mixed",
                "HasDevice; within=5d; mixed",
                "HasDevice; within=200d; mixed changed leaver",
                "HasDevice; desk,within=200d; changed",
                "HasDevice; tablet; ''",
                "LeavesMailOnServer; ; leaver",
                "LeavesMailOnServer; 200d; changed leaver",
                "LeavesMailOnServer; within=1d; ''"
            })
    void exactlyTheRecipientsWithTheHabitMatch(String matcher, String condition, String expected)
            throws Exception {
        ReaderActivity activity = new ReaderActivity(ledger, CLOCK);
        assertThat(made(matcher, activity, condition).match(toEverybody()))
                .extracting(address -> address.getLocalPart())
                .containsExactlyElementsOf(
                        Arrays.stream(expected.split(" "))
                                .filter(name -> !name.isEmpty())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"ReadsBy, none", "LeavesMailOnServer,", "HasDevice,"})
    void whenHabitsCannotBeReadNobodyMatches(String matcher, String condition) throws Exception {
        ReaderLedger broken =
                new ReaderLedger() {
                    @Override
                    public Mono<Void> forget(Username user) {
                        return Mono.error(new IllegalStateException("down"));
                    }

                    @Override
                    public Mono<Void> record(Visit visit) {
                        return Mono.empty();
                    }

                    @Override
                    public Flux<Visit> lastVisits(Username user) {
                        return Flux.error(new IllegalStateException("down"));
                    }
                };
        ReaderActivity activity = new ReaderActivity(broken, CLOCK);
        assertThat(made(matcher, activity, condition).match(toEverybody())).isEmpty();
    }

    @Test
    void jamesJoinsThemWithAndOrAndNot() throws Exception {
        ReaderActivity activity = new ReaderActivity(ledger, CLOCK);
        Not fromNoPhone = new Not();
        fromNoPhone.add(made("HasDevice", activity, "phone"));
        And poppers = new And();
        poppers.add(made("ReadsBy", activity, "pop3"));
        poppers.add(fromNoPhone);
        Or either = new Or();
        either.add(poppers);
        either.add(made("HasDevice", activity, "laptop"));
        assertThat(either.match(toEverybody()))
                .extracting(address -> address.getLocalPart())
                .containsExactlyInAnyOrder("popper", "mixed");
    }

    @Test
    void habitsAreReadOnceForEachRecipientHoweverManyMatchersAsk() throws Exception {
        Map<Username, Integer> reads = new ConcurrentHashMap<>();
        ReaderLedger counting =
                new ReaderLedger() {
                    @Override
                    public Mono<Void> forget(Username user) {
                        return Mono.empty();
                    }

                    @Override
                    public Mono<Void> record(Visit visit) {
                        return ledger.record(visit);
                    }

                    @Override
                    public Flux<Visit> lastVisits(Username user) {
                        reads.merge(user, 1, Integer::sum);
                        return ledger.lastVisits(user);
                    }
                };
        ReaderActivity activity = new ReaderActivity(counting, CLOCK);
        for (String matcher : List.of("ReadsBy", "HasDevice", "LeavesMailOnServer")) {
            made(matcher, activity, matcher.equals("ReadsBy") ? "both" : "").match(toEverybody());
        }
        assertThat(reads).hasSize(EVERYBODY.size()).allSatisfy((user, n) -> assertThat(n).isOne());
    }

    @Test
    void aMailWithoutRecipientsMatchesNobody() throws Exception {
        FakeMail mail = FakeMail.builder().name("m1").build();
        ReaderActivity activity = new ReaderActivity(ledger, CLOCK);
        assertThat(made("ReadsBy", activity, "none").match(mail)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "ReadsBy; \"\"; \"ReadsBy: by is missing; expected pop3, imap, both or none, or"
                        + " several joined by |, for example ReadsBy=pop3\"",
                "ReadsBy; smtp; \"ReadsBy: by = 'smtp' is not valid; expected pop3, imap, both or"
                        + " none, or several joined by |, for example ReadsBy=by=pop3\"",
                "ReadsBy; pop3|; \"ReadsBy: by = 'pop3|' is not valid; expected pop3, imap, both or"
                        + " none, or several joined by |, for example ReadsBy=by=pop3\"",
                "ReadsBy; pop3,within=soon; \"ReadsBy: within = 'soon' is not valid; expected a"
                        + " duration from 1h to 400d, for example ReadsBy=within=90d\"",
                "ReadsBy; pop3,within=59m; \"ReadsBy: within = '59m' is not valid; expected a"
                        + " duration from 1h to 400d, for example ReadsBy=within=90d\"",
                "HasDevice; my phone; \"HasDevice: name = 'my phone' is not valid; expected a"
                        + " device name of 1 to 32 letters, digits, hyphens and underscores, for"
                        + " example HasDevice=name=phone\"",
                "LeavesMailOnServer; 401d; \"LeavesMailOnServer: within = '401d' is not valid;"
                        + " expected a duration from 1h to 400d, for example"
                        + " LeavesMailOnServer=within=90d\"",
                "LeavesMailOnServer; pop3=yes; \"LeavesMailOnServer: 'pop3=yes' is not known here;"
                        + " expected within=...\""
            })
    void aWrongConditionStopsTheStart(String matcher, String condition, String message) {
        ReaderActivity activity = new ReaderActivity(ledger, CLOCK);
        assertThatThrownBy(() -> made(matcher, activity, condition))
                .isInstanceOf(MessagingException.class)
                .hasMessage(message);
    }
}
