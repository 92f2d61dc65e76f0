package org.jamestandem.pop3.session.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jamestandem.pop3.Pop3Connection;
import org.jamestandem.pop3.Pop3Server;
import org.jamestandem.pop3.TestMailbox;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sessions that do anything, while IMAP does anything to the same mailbox, beside a simple model. A
 * failure names the seed and the step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RandomSessionsContract {
    private static final String AWAY = "Away";
    private static final int STEPS = 250;
    private static final int MOST_SESSIONS = 3;
    private static final String SETTINGS =
            """
            <tandem>
              <state>memory</state>
              <pop3>
                <domain name="hide.example">
                  <policy>
                    <on-delete>hide</on-delete>
                    <expire acknowledge="quota-may-fill">never</expire>
                  </policy>
                </domain>
              </pop3>
            </tandem>
            """;

    private Pop3Server server;

    /** The state on which sessions run. */
    abstract MaildropState state();

    @BeforeAll
    void start() throws Exception {
        server = Pop3Server.with(SETTINGS, state());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sessionsDoWhatTheModelDoes(long seed) {
        try (Run run = new Run(seed, seed % 2 == 0)) {
            run.steps();
        }
    }

    @Test
    @Tag("full")
    void manySessionsDoWhatTheModelDoes() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 200; seed++) {
            sessionsDoWhatTheModelDoes(seed);
        }
    }

    private record Open(Pop3Connection connection, MaildropModel.Session model) {}

    private final class Run implements AutoCloseable {
        private final long seed;
        private final Random random;
        private final MaildropModel model;
        private final TestMailbox mailbox;
        private final List<Open> sessions = new ArrayList<>();
        private final Map<String, String> uniqueIds = new HashMap<>();
        private int messages;
        private String step = "";

        Run(long seed, boolean hides) {
            this.seed = seed;
            this.random = new Random(seed);
            this.model = new MaildropModel(hides);
            this.mailbox = server.newMailbox(hides ? "hide.example" : "classic.example");
            mailbox.create(AWAY);
        }

        void steps() {
            for (int i = 1; i <= STEPS; i++) {
                step = "seed " + seed + ", step " + i;
                if (random.nextInt(3) == 0) {
                    imap(random.nextInt(20));
                } else if (sessions.isEmpty()
                        || sessions.size() < MOST_SESSIONS && random.nextInt(8) == 0) {
                    login();
                } else {
                    pop3(sessions.get(random.nextInt(sessions.size())), random.nextInt(16));
                }
                assertThat(mailbox.uids()).as(step).containsExactlyElementsOf(inboxUids());
            }
        }

        @Override
        public void close() {
            sessions.forEach(open -> open.connection().close());
        }

        private void imap(int what) {
            switch (what) {
                case 0 -> recreateInbox();
                case 1, 2 -> copyInInbox();
                case 3, 4, 5 -> moveAway();
                case 6, 7 -> moveBack();
                case 8 -> expunge();
                default -> append();
            }
        }

        private void append() {
            String subject = "message " + ++messages;
            step += " append " + subject;
            model.inbox().put(mailbox.append(subject), subject);
        }

        private void recreateInbox() {
            step += " recreate";
            mailbox.recreateInbox();
            model.recreateInbox();
        }

        private void copyInInbox() {
            anyUid(model.inbox())
                    .forEach(
                            uid -> {
                                mailbox.copy(uid, "INBOX", "INBOX");
                                model.inbox().put(highest("INBOX"), model.inbox().get(uid));
                            });
        }

        private void moveAway() {
            anyUid(model.inbox())
                    .forEach(
                            uid -> {
                                mailbox.move(uid, "INBOX", AWAY);
                                model.away().put(highest(AWAY), model.inbox().remove(uid));
                            });
        }

        private void moveBack() {
            anyUid(model.away())
                    .forEach(
                            uid -> {
                                mailbox.move(uid, AWAY, "INBOX");
                                model.inbox().put(highest("INBOX"), model.away().remove(uid));
                            });
        }

        private void expunge() {
            anyUid(model.inbox())
                    .forEach(
                            uid -> {
                                mailbox.expunge(uid);
                                model.inbox().remove(uid);
                            });
        }

        private void login() {
            step += " login";
            Open open = new Open(server.login(mailbox), model.open());
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
                case 5, 6, 7 -> retrieve(open, number);
                case 8 -> top(open, number);
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
            text(open, "RETR " + number, number, true);
        }

        private void top(Open open, int number) {
            text(open, "TOP " + number + " 0", number, false);
        }

        private void text(Open open, String command, int number, boolean body) {
            boolean answered = open.connection().answer(command).startsWith("+OK");
            if (!open.model().mayStillRead(number)) {
                assertThat(answered).as(step).isEqualTo(open.model().canRead(number));
            }
            if (answered) {
                String subject = open.model().subject(number);
                List<String> expected = new ArrayList<>(List.of("Subject: " + subject, ""));
                if (body) {
                    expected.add("Body of " + subject);
                }
                assertThat(open.connection().restOfAnswer()).as(step).isEqualTo(expected);
            }
        }

        private void compareListing(Open open) {
            List<Integer> numbers = open.model().numbers();
            List<String> listing = open.connection().lines("UIDL");
            assertThat(listing).as(step).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                String[] columns = listing.get(i).split(" ", 2);
                assertThat(columns[0]).as(step).isEqualTo(numbers.get(i).toString());
                String subject = open.model().subject(numbers.get(i));
                assertThat(uniqueIds.computeIfAbsent(subject, any -> columns[1]))
                        .as(step)
                        .isEqualTo(columns[1]);
            }
            assertThat(uniqueIds.values()).as(step).doesNotHaveDuplicates();
            assertThat(open.connection().ok("STAT"))
                    .as(step)
                    .startsWith("+OK " + numbers.size() + " ");
        }

        private List<Long> anyUid(Map<Long, String> folder) {
            List<Long> uids = List.copyOf(folder.keySet());
            List<Long> one =
                    uids.isEmpty() ? List.of() : List.of(uids.get(random.nextInt(uids.size())));
            step += " IMAP on " + one;
            return one;
        }

        private long highest(String folder) {
            List<Long> uids = mailbox.uids(folder);
            return uids.get(uids.size() - 1);
        }

        private List<Long> inboxUids() {
            return List.copyOf(model.inbox().keySet());
        }
    }
}
