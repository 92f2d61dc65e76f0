package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.Pop3Client;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/**
 * One client and one maildrop, as large as a client that leaves everything on the server has it.
 */
final class Pop3Maildrop implements Scenario {
    private static final int POLLS = 10;
    private static final int TOPS = 1000;
    private static final int RETRIEVALS = 100;
    private static final int FILLERS = 4;

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
        Corpus corpus = new Corpus(load.seed());
        int each = load.messages() / FILLERS;
        Crew.run(
                FILLERS,
                number ->
                        Mailboxes.fill(
                                target,
                                account,
                                corpus,
                                number == 0 ? load.messages() - each * (FILLERS - 1) : each));
        poll(target, account, new Recorder());
        TimeUnit.MILLISECONDS.sleep(SETTLING_A_MESSAGE.multipliedBy(load.messages()).toMillis());
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
            for (int i = 0; i < TOPS; i++) {
                client.multiline("TOP n 0", "TOP " + (1 + random.nextInt(load.messages())) + " 0");
            }
            for (int i = 0; i < RETRIEVALS; i++) {
                client.multiline("RETR", "RETR " + (1 + random.nextInt(load.messages())));
            }
            for (int i = 1; i <= load.messages(); i++) {
                client.command("DELE", "DELE " + i);
            }
            client.command("QUIT after DELE of all", "QUIT");
        }
    }

    /** Login to the end of UIDL counts as one more command. */
    private static void poll(Target target, Account account, Recorder recorder) throws IOException {
        long start = System.nanoTime();
        try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
            require(client.login(account));
            client.command("STAT", "STAT");
            client.multiline("UIDL", "UIDL");
            recorder.record("login, STAT and UIDL", true, System.nanoTime() - start, "+OK");
            client.multiline("LIST", "LIST");
            client.command("QUIT", "QUIT");
        }
    }
}
