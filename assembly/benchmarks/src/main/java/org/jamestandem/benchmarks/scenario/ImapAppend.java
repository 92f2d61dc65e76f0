package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.util.List;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/** Nothing but APPEND. */
final class ImapAppend implements Scenario {
    @Override
    public String name() {
        return "append";
    }

    @Override
    public String purpose() {
        return "every connection appends to its own INBOX";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException {
        Corpus corpus = new Corpus(load.seed());
        List<Account> accounts = Mailboxes.accounts(target, load.connections());
        return recorder ->
                Crew.run(
                        load.connections(),
                        number -> append(target, accounts.get(number), corpus, load, recorder));
    }

    private static void append(
            Target target, Account account, Corpus corpus, Load load, Recorder recorder)
            throws IOException {
        try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
            require(client.login(account));
            for (int i = 0; i < load.operations(); i++) {
                client.append("APPEND", "INBOX", corpus.message(i));
            }
        }
    }
}
