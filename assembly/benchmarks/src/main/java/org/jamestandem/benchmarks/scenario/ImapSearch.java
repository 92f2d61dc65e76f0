package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.servers.Target;

/**
 * Searches, sorts and threads of one mailbox, as often as the load says. The first round is
 * labelled apart: a server that indexes when it is asked does so there.
 */
final class ImapSearch implements Scenario {
    private static final Map<String, String> COMMANDS = commands();

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("SUBJECT", "SEARCH SUBJECT invoice");
        commands.put("FROM", "SEARCH FROM firma");
        commands.put("BODY, common word", "SEARCH BODY the");
        commands.put("BODY, rare word", "SEARCH BODY xn--hkyrky");
        commands.put("BODY, inside a word", "SEARCH BODY rojec");
        commands.put("BODY, no hit", "SEARCH BODY nowhere-to-be-found");
        commands.put("TEXT, rare word", "SEARCH TEXT xn--hkyrky");
        commands.put("NOT BODY", "SEARCH NOT BODY deadline");
        commands.put("flags", "SEARCH UNSEEN NOT FLAGGED");
        commands.put("date and flags", "SEARCH SINCE 1-Jan-2024 UNSEEN");
        commands.put("SORT by date", "SORT (DATE) UTF-8 ALL");
        commands.put("SORT by subject", "SORT (SUBJECT) UTF-8 ALL");
        commands.put("SORT by from", "SORT (FROM) UTF-8 ALL");
        commands.put("THREAD", "THREAD REFERENCES UTF-8 ALL");
        return commands;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "SEARCH by header, body, flags and date, SORT and THREAD over one mailbox";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException, InterruptedException {
        List<Account> accounts = Mailboxes.fill(target, load, new Corpus(load.seed()));
        int rounds = Math.max(2, load.operations() / COMMANDS.size());
        return recorder ->
                Crew.run(
                        accounts.size(),
                        number -> {
                            try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
                                require(client.login(accounts.get(number)));
                                require(client.command("SELECT", "SELECT INBOX"));
                                round(client, "first ");
                                for (int round = 1; round < rounds; round++) {
                                    round(client, "");
                                }
                            }
                        });
    }

    /** What a server does not know is counted as refused. */
    private static void round(ImapClient client, String prefix) throws IOException {
        for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
            client.command(prefix + command.getKey(), command.getValue());
        }
    }
}
