package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.Pop3Client;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/** Clients that leave mail on the server, and at last one session that deletes. */
final class Pop3Mix implements Scenario {
    private static final int MESSAGES_A_SESSION = 10;

    @Override
    public String name() {
        return "pop3";
    }

    @Override
    public String purpose() {
        return "every connection opens its maildrop again and again: STAT, UIDL, LIST, a few RETR"
                + " and TOP; at last DELE of a tenth";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException, InterruptedException {
        List<Account> accounts = Mailboxes.fill(target, load, new Corpus(load.seed()));
        int sessions = Math.max(load.operations() / (2 * MESSAGES_A_SESSION), 1);
        return recorder ->
                Crew.run(
                        load.connections(),
                        number -> {
                            Account account = accounts.get(number);
                            Random random = new Random(load.seed() + number);
                            for (int i = 0; i < sessions; i++) {
                                read(target, account, load.messages(), random, recorder);
                            }
                            delete(target, account, load.messages(), recorder);
                        });
    }

    private static void read(
            Target target, Account account, int messages, Random random, Recorder recorder)
            throws IOException {
        try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
            require(client.login(account));
            client.command("STAT", "STAT");
            client.multiline("UIDL", "UIDL");
            client.multiline("LIST", "LIST");
            for (int i = 0; i < MESSAGES_A_SESSION; i++) {
                int number = 1 + random.nextInt(messages);
                client.multiline("TOP n 0", "TOP " + number + " 0");
                client.multiline("RETR", "RETR " + number);
            }
            client.command("QUIT", "QUIT");
        }
    }

    private static void delete(Target target, Account account, int messages, Recorder recorder)
            throws IOException {
        int deleted = Math.max(messages / 10, 1);
        try (Pop3Client client = Pop3Client.connect(target.pop3(), recorder)) {
            require(client.login(account));
            for (int i = 1; i <= deleted; i++) {
                client.command("DELE", "DELE " + i);
            }
            client.command("QUIT after " + deleted + " DELE", "QUIT");
        }
    }
}
