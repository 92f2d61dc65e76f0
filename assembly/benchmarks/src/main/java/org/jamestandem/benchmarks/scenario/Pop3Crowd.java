package org.jamestandem.benchmarks.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.Pop3Client;
import org.jamestandem.benchmarks.client.Reply;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/** Twenty clients at once, each with a maildrop of its own, all the time. */
final class Pop3Crowd implements Scenario {
    private static final int CLIENTS = 20;
    private static final int SESSIONS = 25;
    private static final int RETRIEVALS = 3;
    private static final int MOST_MESSAGES = 200;

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public String purpose() {
        return "twenty clients, again and again: login, STAT, UIDL, three RETR, QUIT";
    }

    @Override
    public Load fitted(Load load) {
        return load.withMessages(MOST_MESSAGES);
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException, InterruptedException {
        List<Account> accounts = Mailboxes.accounts(target, CLIENTS);
        Corpus corpus = Corpus.forLargeMailbox(load.seed());
        Crew.run(
                CLIENTS,
                number -> Mailboxes.fill(target, accounts.get(number), corpus, load.messages()));
        Work work = recorder -> run(target, accounts, load, recorder);
        work.run(new Recorder());
        return work;
    }

    private static void run(Target target, List<Account> accounts, Load load, Recorder recorder)
            throws IOException, InterruptedException {
        Crew.run(
                CLIENTS,
                number -> {
                    Random random = new Random(load.seed() + number);
                    for (int i = 0; i < SESSIONS; i++) {
                        session(target, accounts.get(number), load.messages(), random, recorder);
                    }
                });
    }

    /** Recorded as one operation, so that operations a second are sessions a second. */
    private static void session(
            Target target, Account account, int messages, Random random, Recorder recorder)
            throws IOException {
        long start = System.nanoTime();
        Reply worst;
        try (Pop3Client client = Pop3Client.connect(target.pop3(), new Recorder())) {
            worst = worse(client.login(account), client.command("STAT", "STAT"));
            worst = worse(worst, client.multiline("UIDL", "UIDL"));
            for (int i = 0; i < RETRIEVALS; i++) {
                int number = 1 + random.nextInt(messages);
                worst = worse(worst, client.multiline("RETR", "RETR " + number));
            }
            worst = worse(worst, client.command("QUIT", "QUIT"));
        }
        recorder.record("session", worst.ok(), System.nanoTime() - start, worst.status());
    }

    private static Reply worse(Reply first, Reply second) {
        return first.ok() ? second : first;
    }
}
