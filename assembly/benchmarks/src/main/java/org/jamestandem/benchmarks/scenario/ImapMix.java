package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.servers.Target;

/** What mail programs do all day, in random order. */
final class ImapMix implements Scenario {
    private static final int PAGE = 20;
    private static final int SELECTION = 5;

    @Override
    public String name() {
        return "imap";
    }

    @Override
    public String purpose() {
        return "every connection logs in, opens its INBOX and then reads, flags, copies, searches"
                + " and appends at random";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException, InterruptedException {
        Corpus corpus = new Corpus(load.seed());
        List<Account> accounts = Mailboxes.fill(target, load, corpus);
        return recorder ->
                Crew.run(
                        load.connections(),
                        number -> {
                            Random random = new Random(load.seed() + number);
                            Account account = accounts.get(number);
                            try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
                                session(client, account, load, random, corpus);
                            }
                        });
    }

    private static void session(
            ImapClient client, Account account, Load load, Random random, Corpus corpus)
            throws IOException {
        require(client.login(account));
        client.command("LIST", "LIST \"\" \"*\"");
        client.command("CREATE", "CREATE Kept");
        require(client.command("SELECT", "SELECT INBOX"));
        for (int i = 0; i < load.operations(); i++) {
            operation(client, load.messages(), random, corpus);
        }
        client.command("STORE one", "STORE 1 +FLAGS (\\Deleted)");
        client.command("EXPUNGE one", "EXPUNGE");
        client.command("LOGOUT");
    }

    private static void operation(ImapClient client, int messages, Random random, Corpus corpus)
            throws IOException {
        int number = 1 + random.nextInt(messages);
        int kind = random.nextInt(100);
        if (kind < 30) {
            String page = number + ":" + Math.min(number + PAGE - 1, messages);
            client.command(
                    "FETCH page ENVELOPE",
                    "FETCH " + page + " (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE)");
        } else if (kind < 50) {
            client.command("FETCH BODY[]", "FETCH " + number + " (BODY.PEEK[])");
        } else if (kind < 65) {
            String sign = random.nextBoolean() ? "+" : "-";
            client.command("STORE one", "STORE " + number + " " + sign + "FLAGS (\\Seen)");
        } else if (kind < 80) {
            client.append("APPEND", "INBOX", corpus.message(random.nextInt(1000)));
        } else if (kind < 85) {
            String few = number + ":" + Math.min(number + SELECTION - 1, messages);
            client.command("COPY few", "COPY " + few + " Kept");
        } else if (kind < 90) {
            client.command("STATUS", "STATUS INBOX (MESSAGES UNSEEN UIDNEXT)");
        } else if (kind < 95) {
            client.command("SEARCH UNSEEN", "SEARCH UNSEEN");
        } else {
            client.command("NOOP");
        }
    }
}
