package org.jamestandem.benchmarks.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.client.Reply;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/** Accounts with mail in their INBOX, filled over IMAP. */
final class Mailboxes {
    private static final int FILLERS = 8;

    private Mailboxes() {}

    /** As many new accounts as the load has connections, each with the load's messages. */
    static List<Account> fill(Target target, Load load, Corpus corpus)
            throws IOException, InterruptedException {
        List<Account> accounts = accounts(target, load.connections());
        Crew.run(
                accounts.size(),
                number -> fill(target, accounts.get(number), corpus, load.messages()));
        return accounts;
    }

    static List<Account> accounts(Target target, int count) throws IOException {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(target.newAccount());
        }
        return accounts;
    }

    /** One large mailbox, over several connections. */
    static void fillTogether(Target target, Account account, Corpus corpus, int messages)
            throws IOException, InterruptedException {
        Crew.run(
                FILLERS,
                number -> {
                    int more = number < messages % FILLERS ? 1 : 0;
                    fill(target, account, corpus, messages / FILLERS + more);
                });
    }

    static void fill(Target target, Account account, Corpus corpus, int messages)
            throws IOException {
        try (ImapClient client = ImapClient.connect(target.imap(), new Recorder())) {
            require(client.login(account));
            for (int i = 0; i < messages; i++) {
                require(client.append("APPEND", "INBOX", corpus.message(i)));
            }
        }
    }

    /**
     * Goes on only with what was done.
     *
     * @throws IOException with the server's words
     */
    static Reply require(Reply reply) throws IOException {
        if (!reply.ok()) {
            throw new IOException("refused: " + reply.status());
        }
        return reply;
    }
}
