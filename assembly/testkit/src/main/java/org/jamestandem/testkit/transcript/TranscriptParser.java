package org.jamestandem.testkit.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jamestandem.testkit.transcript.Expectation.Occurrence;
import org.jamestandem.testkit.transcript.Transcript.RequiredAccount;

/** Reads the language of the package description. Refuses what it does not know. */
final class TranscriptParser {
    private static final Pattern TITLE =
            Pattern.compile("# RFC \\d+ §[\\w.]+(?:, (?:RFC \\d+ )?§[\\w.]+)*: \\S.*");
    private static final String DEFAULT_KIND = "hide";

    private final Path file;
    private final Protocol protocol;
    private final List<RequiredAccount> accounts = new ArrayList<>();
    private final List<Step> mail = new ArrayList<>();
    private final Set<String> forms = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Expectation> reply = new ArrayList<>();
    private int line;

    private TranscriptParser(Path file, Protocol protocol) {
        this.file = file;
        this.protocol = protocol;
    }

    /**
     * @param file only for messages
     * @param text the file's content
     * @throws TranscriptSyntaxException for a line that means nothing
     */
    static Transcript parse(Path file, Protocol protocol, String text) {
        return new TranscriptParser(file, protocol).read(text.split("\\R"));
    }

    private Transcript read(String[] lines) {
        line = 1;
        if (!TITLE.matcher(lines[0]).matches()) {
            throw error(
                    "the first line must name the rule, such as '# RFC 1939 §6: what is shown'");
        }
        for (line = 2; line <= lines.length; line++) {
            read(lines[line - 1]);
        }
        endReply();
        if (steps.isEmpty()) {
            throw error("a transcript needs at least one step");
        }
        return new Transcript(file, protocol, lines[0].substring(2), accounts, mail, forms, steps);
    }

    private void read(String text) {
        if (text.isBlank()) {
            return;
        }
        if (text.startsWith("#")) {
            readHeader(text.substring(1).trim());
        } else if (text.startsWith("C:")) {
            endReply();
            steps.add(new Step.Send(line, afterPrefix(text, "C: ")));
        } else if (text.startsWith("S")) {
            reply.add(readExpectation(text));
        } else if (text.startsWith("-- ") && text.endsWith(" --")) {
            endReply();
            steps.add(readStep(text.substring(3, text.length() - 3).trim()));
        } else {
            throw error(
                    "expected '#', 'C: ', 'S: ', 'S?: ', 'S*: ', 'S&: ' or '-- step --': " + text);
        }
    }

    private void readHeader(String text) {
        if (!steps.isEmpty() || !reply.isEmpty()) {
            return;
        }
        header(text, "accounts:").forEach(item -> accounts.add(readAccount(item)));
        header(text, "mail:").forEach(item -> mail.add(readMail(item)));
        header(text, "forms:").forEach(forms::add);
    }

    private static Stream<String> header(String text, String name) {
        return text.startsWith(name)
                ? Stream.of(text.substring(name.length()).split(",", -1)).map(String::trim)
                : Stream.empty();
    }

    private RequiredAccount readAccount(String item) {
        String[] words = item.split(" +", -1);
        if (words.length > 2 || words[0].isEmpty()) {
            throw error("an account is a name and a kind, such as 'bob classic': " + item);
        }
        return new RequiredAccount(words[0], words.length == 2 ? words[1] : DEFAULT_KIND);
    }

    private Step.Mail readMail(String item) {
        String[] words = item.split(" +", -1);
        if (words.length != 2) {
            throw error("mail is an account and a file, such as 'bob simple.eml': " + item);
        }
        int slash = words[0].indexOf('/');
        return slash < 0
                ? new Step.Mail(line, known(words[0]), "INBOX", words[1])
                : new Step.Mail(
                        line,
                        known(words[0].substring(0, slash)),
                        words[0].substring(slash + 1),
                        words[1]);
    }

    private Expectation readExpectation(String text) {
        for (Occurrence occurrence : Occurrence.values()) {
            if (text.startsWith(occurrence.prefix().trim())) {
                return new Expectation(line, occurrence, afterPrefix(text, occurrence.prefix()));
            }
        }
        throw error("expected 'S: ', 'S?: ', 'S*: ' or 'S&: ': " + text);
    }

    private Step readStep(String text) {
        if (text.equals("drop the connection")) {
            return new Step.Drop(line);
        }
        if (text.equals("start TLS")) {
            return new Step.StartTls(line);
        }
        if (text.equals("the server closes the connection")) {
            return new Step.Closed(line);
        }
        if (text.startsWith("mail: ")) {
            return readMail(text.substring("mail: ".length()).trim());
        }
        if (text.startsWith("session ")) {
            return readSession(text.substring("session ".length()));
        }
        for (String open : List.of("drop the connection, reconnect", "connect")) {
            if (text.startsWith(open)) {
                Optional<String> account = readLogin(text.substring(open.length()));
                return new Step.Open(line, Optional.empty(), Optional.empty(), account);
            }
        }
        throw error("unknown step: " + text);
    }

    private Step readSession(String text) {
        int colon = text.indexOf(": ");
        if (colon < 0) {
            return new Step.Use(line, text);
        }
        String[] words = text.substring(colon + 2).split(" ", 2);
        Optional<Protocol> spoken = Protocol.named(words[0]);
        if (spoken.isEmpty()) {
            throw error("unknown protocol: " + words[0]);
        }
        return new Step.Open(
                line,
                Optional.of(text.substring(0, colon)),
                spoken,
                readLogin(words.length == 1 ? "" : " " + words[1]));
    }

    private Optional<String> readLogin(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.startsWith(" as ")) {
            throw error("expected ' as ACCOUNT':" + text);
        }
        String login = text.substring(" as ".length());
        known(login.split("\\+", 2)[0]);
        return Optional.of(login);
    }

    private String known(String account) {
        if (accounts.stream().noneMatch(known -> known.name().equals(account))) {
            throw error("'" + account + "' is not in '# accounts:'");
        }
        return account;
    }

    private String afterPrefix(String text, String prefix) {
        if (text.equals(prefix.trim())) {
            return "";
        }
        if (!text.startsWith(prefix)) {
            throw error("a space must follow '" + prefix.trim() + "'");
        }
        return text.substring(prefix.length());
    }

    private void endReply() {
        if (reply.isEmpty()) {
            return;
        }
        Expectation last = reply.get(reply.size() - 1);
        if (!last.occurrence().isRequired()) {
            throw new TranscriptSyntaxException(
                    file, last.line(), "'S: ' or 'S&: ' must follow 'S?: ' and 'S*: '");
        }
        steps.add(new Step.Reply(reply));
        reply.clear();
    }

    private TranscriptSyntaxException error(String message) {
        return new TranscriptSyntaxException(file, line, message);
    }
}
