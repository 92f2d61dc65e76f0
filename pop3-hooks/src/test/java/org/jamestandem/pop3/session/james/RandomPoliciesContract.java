package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.james.core.Username;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.policy.PolicyBook;
import org.jamestandem.pop3.policy.PolicyJson;
import org.jamestandem.pop3.policy.PolicyScope;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Devices under any policies, each its own, while IMAP does anything to the same folders, beside a
 * simple model. A failure names the seed, the step and the options.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomPoliciesContract {
    private static final int STEPS = 200;
    private static final int MOST_SESSIONS = 4;
    private static final List<String> FOLDERS =
            List.of("INBOX", "Junk", "Away", "Trash", "Archive");
    private static final List<String> DEVICES = List.of("", "laptop", "phone", PolicyModel.RECENT);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(60));
    private static final List<String> OFFERS =
            List.of(
                    "all",
                    "untaken",
                    "recent 31d",
                    "since " + LONG_AGO.plus(Duration.ofDays(2)).toString().substring(0, 10));
    private static final List<String> MAILDROPS = List.of("INBOX", "INBOX, Junk");
    private static final List<String> RETRIEVALS =
            List.of("keep", "seen", "move Archive", "trash", "delete");
    private static final List<String> DELETIONS =
            List.of("classic", "hide", "hide-all", "move Archive", "trash");

    private Pop3Server server;

    /** The state on which sessions run. */
    abstract MaildropState state();

    /** What every run of the tests tries. */
    LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @BeforeAll
    void start() throws Exception {
        server = Pop3Server.with("<tandem><state>memory</state></tandem>", state());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPolicyIsKept(long seed) {
        try (Run run = new Run(seed)) {
            run.steps();
        }
    }

    @Test
    @Tag("full")
    void everyPolicyIsKeptForLong() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 300; seed++) {
            everyPolicyIsKept(seed);
        }
    }

    private record Open(Pop3Connection connection, PolicyModel.Session model) {}

    private final class Run implements AutoCloseable {
        private final String name;
        private final Random random;
        private final PolicyModel model = new PolicyModel();
        private final TestMailbox mailbox;
        private final List<Open> sessions = new ArrayList<>();
        private final Map<String, PolicyModel.Options> options = new HashMap<>();
        private final Map<String, String> uniqueIds = new HashMap<>();
        private final Map<String, String> subjects = new HashMap<>();
        private String step = "";

        Run(long seed) {
            random = new Random(seed);
            mailbox = server.newMailbox("any.example");
            FOLDERS.stream().filter(folder -> !folder.equals("INBOX")).forEach(mailbox::create);
            DEVICES.forEach(device -> options.put(device, choose()));
            options.put(PolicyModel.RECENT, options.get(""));
            DEVICES.stream().filter(d -> !d.equals(PolicyModel.RECENT)).forEach(this::store);
            name = "seed " + seed + " " + options;
        }

        private PolicyModel.Options choose() {
            String onRetrieve = any(RETRIEVALS);
            String onDelete = any(DELETIONS);
            while (onRetrieve.equals("delete") && onDelete.startsWith("hide")) {
                onDelete = any(DELETIONS);
            }
            return new PolicyModel.Options(any(OFFERS), any(MAILDROPS), onRetrieve, onDelete);
        }

        private void store(String device) {
            PolicyModel.Options chosen = options.get(device);
            String json =
                    "{\"offer\":\"%s\",\"folders\":\"%s\",\"on-retrieve\":\"%s\","
                                    .formatted(
                                            chosen.offer(), chosen.folders(), chosen.onRetrieve())
                            + "\"on-delete\":\"%s\",".formatted(chosen.onDelete())
                            + "\"expire\":{\"value\":\"never\",\"acknowledge\":\"quota-may-fill\"}}";
            Username user = Username.of(mailbox.user());
            server.instance(PolicyBook.class)
                    .store(
                            PolicyScope.of(new Reader(user, new Device(device))),
                            PolicyJson.read("test", json))
                    .block(Duration.ofSeconds(30));
        }

        void steps() {
            for (int i = 1; i <= STEPS; i++) {
                step = name + ", step " + i;
                if (random.nextInt(3) == 0) {
                    imap(random.nextInt(20));
                } else if (sessions.isEmpty()
                        || sessions.size() < MOST_SESSIONS && random.nextInt(8) == 0) {
                    login(any(DEVICES));
                } else {
                    pop3(sessions.get(random.nextInt(sessions.size())), random.nextInt(16));
                }
                compareFolders();
            }
        }

        private void compareFolders() {
            for (String folder : FOLDERS) {
                Map<Long, String> actual = mailbox.contents(folder);
                Map<Long, PolicyModel.Copy> expected = model.folder(folder);
                assertThat(actual.values())
                        .as(step + ": " + folder)
                        .containsExactlyInAnyOrderElementsOf(
                                expected.values().stream().map(Object::toString).toList());
                Map<Long, PolicyModel.Copy> uids = new TreeMap<>();
                actual.forEach(
                        (uid, text) ->
                                uids.put(
                                        uid,
                                        new PolicyModel.Copy(
                                                text.split(" ")[0], text.endsWith(" seen"))));
                if (expected.keySet().stream().allMatch(uid -> uid > 0)) {
                    assertThat(uids).as(step + ": " + folder).isEqualTo(expected);
                }
                expected.clear();
                expected.putAll(uids);
            }
        }

        @Override
        public void close() {
            sessions.forEach(open -> open.connection().close());
        }

        private void imap(int what) {
            switch (what) {
                case 0 -> recreate(any(List.of("INBOX", "Junk")));
                case 1, 2 -> copy(any(FOLDERS), any(FOLDERS));
                case 3, 4, 5, 6, 7 -> move(any(FOLDERS), any(FOLDERS));
                case 8, 9 -> expunge(any(FOLDERS));
                default -> append(any(List.of("INBOX", "INBOX", "Junk")));
            }
        }

        private void append(String folder) {
            boolean old = random.nextInt(4) == 0;
            String subject = "message " + subjects.size();
            step += " append to " + folder;
            long uid =
                    mailbox.appendTo(
                            folder,
                            "Subject: " + subject + "\r\n\r\nBody of " + subject + "\r\n",
                            old ? LONG_AGO : Instant.now());
            String message = mailbox.contents(folder).get(uid);
            subjects.put(message, subject);
            if (old) {
                model.isOld(message);
            }
            model.folder(folder).put(uid, new PolicyModel.Copy(message, false));
        }

        private void recreate(String folder) {
            step += " recreate " + folder;
            mailbox.recreate(folder);
            model.recreate(folder);
        }

        private void copy(String from, String to) {
            for (long uid : anyUid(from)) {
                mailbox.copy(uid, from, to);
                model.folder(to).put(highest(to), model.folder(from).get(uid));
            }
        }

        private void move(String from, String to) {
            for (long uid : from.equals(to) ? List.<Long>of() : anyUid(from)) {
                mailbox.move(uid, from, to);
                model.folder(to).put(highest(to), model.folder(from).remove(uid));
            }
        }

        private void expunge(String folder) {
            for (long uid : anyUid(folder)) {
                mailbox.expunge(uid, folder);
                model.folder(folder).remove(uid);
            }
        }

        private void login(String device) {
            step += " login of " + device;
            String user = mailbox.user();
            String login =
                    device.equals(PolicyModel.RECENT)
                            ? device + user
                            : user.replace("@", (device.isEmpty() ? "" : "+" + device) + "@");
            Open open = new Open(server.login(login), model.open(device, options.get(device)));
            sessions.add(open);
            compareListing(open);
        }

        private void pop3(Open open, int what) {
            int number = random.nextInt(open.model().size() + 3) - 1;
            step += " session " + sessions.indexOf(open) + " message " + number + " act " + what;
            switch (what) {
                case 0 -> drop(open);
                case 1, 2 -> quit(open);
                case 3 -> reset(open);
                case 4 -> compareListing(open);
                case 5, 6, 7, 8, 9 -> retrieve(open, number);
                case 10 -> text(open, "TOP " + number + " 1", number);
                default -> delete(open, number);
            }
        }

        private void drop(Open open) {
            open.connection().close();
            sessions.remove(open);
        }

        private void quit(Open open) {
            assertThat(open.connection().ok("QUIT")).as(step).isEqualTo("+OK bye");
            open.connection().close();
            open.model().quit();
            sessions.remove(open);
        }

        private void reset(Open open) {
            open.connection().ok("RSET");
            open.model().reset();
        }

        private void delete(Open open, int number) {
            assertThat(open.connection().answer("DELE " + number).startsWith("+OK"))
                    .as(step)
                    .isEqualTo(open.model().has(number));
            if (open.model().has(number)) {
                open.model().delete(number);
            }
        }

        private void retrieve(Open open, int number) {
            if (text(open, "RETR " + number, number)) {
                open.model().retrieve(number);
            }
        }

        private boolean text(Open open, String command, int number) {
            boolean answered = open.connection().answer(command).startsWith("+OK");
            if (!open.model().mayStillRead(number)) {
                assertThat(answered).as(step).isEqualTo(open.model().canRead(number));
            }
            if (answered) {
                String subject = subjects.get(open.model().message(number));
                assertThat(open.connection().restOfAnswer())
                        .as(step)
                        .containsExactly("Subject: " + subject, "", "Body of " + subject);
            }
            return answered;
        }

        private void compareListing(Open open) {
            List<Integer> numbers = open.model().numbers();
            List<String> listing = open.connection().lines("UIDL");
            assertThat(listing).as(step).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                String[] columns = listing.get(i).split(" ", 2);
                assertThat(columns[0]).as(step).isEqualTo(numbers.get(i).toString());
                String message = open.model().message(numbers.get(i));
                assertThat(uniqueIds.computeIfAbsent(message, any -> columns[1]))
                        .as(step)
                        .isEqualTo(columns[1]);
            }
            assertThat(uniqueIds.values()).as(step).doesNotHaveDuplicates();
        }

        private List<Long> anyUid(String folder) {
            List<Long> uids = List.copyOf(model.folder(folder).keySet());
            List<Long> one = uids.isEmpty() ? List.of() : List.of(any(uids));
            step += " IMAP on " + folder + one;
            return one;
        }

        private long highest(String folder) {
            List<Long> uids = mailbox.uids(folder);
            return uids.get(uids.size() - 1);
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
