package org.jamestandem.benchmarks.scenario;

import static org.jamestandem.benchmarks.scenario.Mailboxes.require;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.benchmarks.client.ImapClient;
import org.jamestandem.benchmarks.client.Reply;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/**
 * Another user's mailboxes, as many as the load has messages, all shared with one reader; one more
 * has an access control list of a hundred entries. What they are called, LIST tells.
 */
final class SharedMailboxes implements Scenario {
    private static final int ROUNDS = 5;
    private static final int ENTRIES = 100;
    private static final int OPENED = 20;
    private static final String CROWDED = "Crowded";
    private static final Pattern NAME = Pattern.compile("(?:\"([^\"]*)\"|([^ \"]+))$");

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public String purpose() {
        return "another user's shared mailboxes: LIST, with rights, STATUS of all, SELECT, SETACL";
    }

    @Override
    public Work prepare(Target target, Load load) throws IOException {
        Account owner = target.newAccount();
        Account reader = target.newAccount();
        List<Account> others = Mailboxes.accounts(target, ENTRIES - 1);
        try (ImapClient client = ImapClient.connect(target.imap(), new Recorder())) {
            require(client.login(owner));
            for (int i = 0; i < load.messages(); i++) {
                share(client, "Shared" + i, List.of(reader));
            }
            share(client, CROWDED, others);
            share(client, CROWDED, List.of(reader));
        }
        return recorder -> {
            for (int round = 0; round < ROUNDS; round++) {
                read(target, reader, recorder);
                grant(target, owner, reader, load.operations(), recorder);
            }
        };
    }

    private static void share(ImapClient owner, String mailbox, List<Account> readers)
            throws IOException {
        owner.command("CREATE " + mailbox);
        for (Account reader : readers) {
            require(owner.command("SETACL " + mailbox + " " + reader.name() + " lrs"));
        }
    }

    /** Each round logs in anew, so that a session's own memory does not answer. */
    private static void read(Target target, Account reader, Recorder recorder) throws IOException {
        try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
            require(client.login(reader));
            List<String> names = names(client.command("LIST all", "LIST \"\" *"));
            client.command("LIST all with MYRIGHTS", "LIST \"\" * RETURN (MYRIGHTS)");
            client.command("LIST all with STATUS", "LIST \"\" * RETURN (STATUS (MESSAGES UNSEEN))");
            for (String name : names) {
                client.command("STATUS", "STATUS \"" + name + "\" (MESSAGES UNSEEN)");
            }
            for (String name : names.subList(0, Math.min(OPENED, names.size()))) {
                boolean crowded = name.endsWith(CROWDED);
                client.command(
                        crowded ? "SELECT, 100 entries" : "SELECT", "SELECT \"" + name + "\"");
            }
        }
    }

    private static List<String> names(Reply list) {
        return list.lines().stream()
                .map(NAME::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .filter(name -> name.contains("Shared") || name.endsWith(CROWDED))
                .toList();
    }

    private static void grant(
            Target target, Account owner, Account reader, int changes, Recorder recorder)
            throws IOException {
        try (ImapClient client = ImapClient.connect(target.imap(), recorder)) {
            require(client.login(owner));
            for (int i = 0; i < changes; i++) {
                String change = i % 2 == 0 ? "+w" : "-w";
                client.command("SETACL", "SETACL Shared0 " + reader.name() + " " + change);
            }
        }
    }
}
