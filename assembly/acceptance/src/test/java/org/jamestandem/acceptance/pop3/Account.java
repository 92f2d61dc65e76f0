package org.jamestandem.acceptance.pop3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jamestandem.testkit.james.James;

/** A user on a server, who reads by POP3 and by IMAP. */
record Account(James james, String user) {
    static final String PASSWORD = "secret";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final DateTimeFormatter INTERNAL_DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** A new user in a domain of its own, under the server's default policy. */
    static Account on(James james) {
        int number = NUMBERS.incrementAndGet();
        String user = "anna" + number + "@domain" + number + ".example";
        james.webAdmin().addUser(user, PASSWORD);
        return new Account(james, user);
    }

    /** The same user on another server of the same mail. */
    Account at(James other) {
        return new Account(other, user);
    }

    String domain() {
        return user.substring(user.indexOf('@') + 1);
    }

    /** Sets options of the user's policy over webadmin, in place of all that were set before. */
    Account under(String policy) {
        Operator.of(james).put("/tandem/pop3/policy/users/" + user, policy);
        return this;
    }

    /** The login name from that device; empty for the default one. */
    String login(String device) {
        return device.isEmpty() ? user : user.replace("@", "+" + device + "@");
    }

    /** A POP3 session of the default device. */
    LineClient pop3() {
        return pop3("");
    }

    /** A POP3 session of that device. */
    LineClient pop3(String device) {
        LineClient client = LineClient.to(james, James.Listener.POP3);
        client.ok("USER " + login(device));
        client.ok("PASS " + PASSWORD);
        return client;
    }

    /** A POP3 session that does this and ends with QUIT. */
    void byPop3(String device, String... commands) {
        try (LineClient client = pop3(device)) {
            for (String command : commands) {
                if (command.startsWith("RETR")) {
                    client.list(command);
                } else {
                    client.ok(command);
                }
            }
            client.ok("QUIT");
        }
    }

    /** Subjects of what a device is offered. */
    List<String> offered(String device) {
        try (LineClient client = pop3(device)) {
            List<String> subjects =
                    client.list("LIST").stream()
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .flatMap(number -> subjects(client.list("TOP " + number + " 0")))
                            .toList();
            client.ok("QUIT");
            return subjects;
        }
    }

    LineClient imap() {
        LineClient client = LineClient.to(james, James.Listener.IMAP);
        client.imap("LOGIN " + user + " " + PASSWORD);
        return client;
    }

    /** An IMAP session that does this. */
    void byImap(String... commands) {
        try (LineClient client = imap()) {
            for (String command : commands) {
                client.imap(command);
            }
        }
    }

    /** Stores short messages in INBOX, not seen. */
    void append(String... subjects) {
        append(List.of(subjects), "", Instant.now());
    }

    /** Stores a short message in INBOX with these flags, as come at that time. */
    void append(String subject, String flags, Instant came) {
        append(List.of(subject), flags, came);
    }

    /** Stores several alike. */
    void append(List<String> subjects, String flags, Instant came) {
        try (LineClient client = imap()) {
            for (String subject : subjects) {
                String text = "Subject: " + subject + "\r\n\r\nBody of " + subject;
                client.ask(
                        "b APPEND INBOX (%s) \"%s\" {%d}"
                                .formatted(flags, INTERNAL_DATE.format(came), text.length()));
                client.send(text);
                client.imap("NOOP");
            }
        }
    }

    /** Subjects in a folder, by UID. */
    List<String> subjects(String folder) {
        try (LineClient client = imap()) {
            if (client.imap("EXAMINE " + folder).contains("* 0 EXISTS")) {
                return List.of();
            }
            return subjects(client.imap("UID FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]"))
                    .toList();
        }
    }

    private static Stream<String> subjects(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring("Subject: ".length()));
    }
}
