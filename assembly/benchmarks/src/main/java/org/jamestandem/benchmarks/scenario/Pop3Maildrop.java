package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.Pop3Client;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/**
 * One client and one maildrop, as large as a client that leaves everything on the server has it.
 * What it does as a whole is recorded beside its commands.
 */
final class Pop3Maildrop implements Scenario {
    private static final int POLLS = 10;
    private static final int TOPS = 1000;
    private static final int RETRIEVALS = 100;

    /** What a server does once with new mail is not measured. */
    private static final Duration SETTLING_A_MESSAGE = Duration.ofMillis(3);

    @Override
    public String name() {
        return "maildrop";
    }

    @Override
    public String purpose() {
        return "one connection polls one large maildrop again and again, then TOP n 0, RETR, DELE"
                + " of all and QUIT";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException, InterruptedException {
        Account account = target.newAccount();
        Mailboxes.fillTogether(
                target, account, Corpus.forLargeMailbox(load.seed()), load.messages());
        poll(target, account, new Recorder());
        Idleness.await(SETTLING_A_MESSAGE.multipliedBy(load.messages()));
        poll(target, account, new Recorder());
        return recorder -> run(target, account, load, recorder);
    }

    private static void run(Target target, Account account, Load load, Recorder recorder)
            throws IOException {
        for (int i = 0; i < POLLS; i++) {
            poll(target, account, recorder);
        }
        Random random = new Random(load.seed());
        try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
            require(client.login(account));
            whole(recorder, TOPS + " TOP n 0", () -> tops(client, random, load.messages()));
            whole(recorder, RETRIEVALS + " RETR", () -> retrieve(client, random, load.messages()));
        }
        try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
            require(client.login(account));
            whole(recorder, "DELE of all and QUIT", () -> deleteAll(client, load.messages()));
        }
    }

    private static void poll(Target target, Account account, Recorder recorder) throws IOException {
        whole(
                recorder,
                "poll: connect to QUIT",
                () -> {
                    long start = System.nanoTime();
                    try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
                        require(client.login(account));
                        require(client.multiline("UIDL", "UIDL"));
                        recorder.record(
                                "connect to end of UIDL", true, System.nanoTime() - start, "+OK");
                        require(client.command("STAT", "STAT"));
                        require(client.multiline("LIST", "LIST"));
                        require(client.command("QUIT", "QUIT"));
                    }
                });
    }

    private static void tops(Pop3Client client, Random random, int messages) throws IOException {
        for (int i = 0; i < TOPS; i++) {
            client.multiline("TOP n 0", "TOP " + (1 + random.nextInt(messages)) + " 0");
        }
    }

    private static void retrieve(Pop3Client client, Random random, int messages)
            throws IOException {
        for (int i = 0; i < RETRIEVALS; i++) {
            client.multiline("RETR", "RETR " + (1 + random.nextInt(messages)));
        }
    }

    private static void deleteAll(Pop3Client client, int messages) throws IOException {
        for (int i = 1; i <= messages; i++) {
            client.command("DELE", "DELE " + i);
        }
        require(client.command("QUIT after DELE of all", "QUIT"));
    }

    private interface Part {
        void run() throws IOException;
    }

    private static void whole(Recorder recorder, String label, Part part) throws IOException {
        long start = System.nanoTime();
        part.run();
        recorder.record(label, true, System.nanoTime() - start, "+OK");
    }
}
