package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.servers.Target;

/**
 * One connection and commands on many messages at once, as a user does who tidies up. Each round
 * works on a copy of INBOX, so that all rounds find the same.
 */
final class ImapBulk implements Scenario {
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String purpose() {
        return "one connection: SELECT, FETCH, STORE, COPY, MOVE, SEARCH and EXPUNGE on all"
                + " messages, or half of them, at once";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException {
        Account account = target.newAccount();
        Mailboxes.fill(target, account, new Corpus(load.seed()), load.messages());
        return recorder -> {
            try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
                require(client.login(account));
                for (int round = 0; round < ROUNDS; round++) {
                    round(client, "Round" + round, load.messages());
                }
            }
        };
    }

    private static void round(ImapClient client, String name, int messages) throws IOException {
        int half = Math.max(messages / 2, 1);
        client.command("CREATE", "CREATE " + name);
        client.command("CREATE", "CREATE " + name + "-moved");
        require(client.command("SELECT", "SELECT INBOX"));
        require(client.command("COPY " + half, "COPY 1:" + half + " " + name));
        if (messages > half) {
            int rest = messages - half;
            require(
                    client.command(
                            "COPY " + rest, "COPY " + (half + 1) + ":" + messages + " " + name));
        }
        require(client.command("SELECT", "SELECT " + name));
        client.command("FETCH " + messages + " FLAGS", "FETCH 1:* (UID FLAGS)");
        client.command("FETCH " + messages + " ENVELOPE", "FETCH 1:* (UID ENVELOPE)");
        client.command("STORE " + half + " +FLAGS", "STORE 1:" + half + " +FLAGS (\\Flagged)");
        client.command(
                "STORE " + half + " -FLAGS.SILENT",
                "STORE 1:" + half + " -FLAGS.SILENT (\\Flagged)");
        client.command("SEARCH UNSEEN", "SEARCH UNSEEN");
        int moved = Math.max(half / 2, 1);
        client.command("MOVE " + moved, "MOVE 1:" + moved + " " + name + "-moved");
        client.command("STORE all \\Deleted", "STORE 1:* +FLAGS.SILENT (\\Deleted)");
        client.command("EXPUNGE " + (messages - moved), "EXPUNGE");
    }
}
