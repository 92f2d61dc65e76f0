package org.jamestandem.distribution.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jamestandem.distribution.webadmin.WebadminClient;
import org.jamestandem.distribution.webadmin.WebadminClient.Answer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Access control lists of a running server, over its webadmin. */
@Command(
        name = "acl",
        description = "Reads, changes and explains access control lists of a running server.",
        mixinStandardHelpOptions = true)
final class AclCommand implements Callable<Integer> {
    private static final List<String> WITH_LEADING_DASHES = List.of("set", "delete", "what-if");

    @Spec private CommandSpec spec;

    /** {@code -bob} is an identifier and {@code -w} a change, not options that nobody knows. */
    static void allowLeadingDashes(CommandLine root) {
        CommandLine acl = root.getSubcommands().get("acl");
        WITH_LEADING_DASHES.forEach(
                name ->
                        acl.getSubcommands()
                                .get(name)
                                .setUnmatchedOptionsArePositionalParams(true));
    }

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(
                        "tandem: say what to do with lists: get, set, delete, explain, what-if or"
                                + " report (tandem acl --help explains)");
        return ExitCode.USAGE.number();
    }

    @Command(name = "get", description = "Shows the list of a mailbox.")
    int get(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "MAILBOX") String mailbox)
            throws Refusal {
        return print(
                server,
                "GET",
                "/tandem/acl/mailboxes" + WebadminClient.path(owner, mailbox),
                "",
                answer -> entries(answer.path("entries"), "identifier"));
    }

    @Command(
            name = "set",
            description = "Sets an entry: RIGHTS replace, +RIGHTS add and -RIGHTS take.")
    int set(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "MAILBOX") String mailbox,
            @Parameters(paramLabel = "IDENTIFIER") String identifier,
            @Parameters(paramLabel = "RIGHTS") String rights,
            @Option(
                            names = "--until",
                            paramLabel = "INSTANT",
                            description = "When it ends by itself, such as 2027-01-31T00:00:00Z.")
                    String until)
            throws Refusal {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("rights", rights);
        if (until != null) {
            body.put("until", until);
        }
        return print(server, "PUT", entry(owner, mailbox, identifier), body.toString(), done -> {});
    }

    @Command(name = "delete", description = "Drops an entry.")
    int delete(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "MAILBOX") String mailbox,
            @Parameters(paramLabel = "IDENTIFIER") String identifier)
            throws Refusal {
        return print(server, "DELETE", entry(owner, mailbox, identifier), "", done -> {});
    }

    private static String entry(String owner, String mailbox, String identifier) {
        return "/tandem/acl/mailboxes" + WebadminClient.path(owner, mailbox, identifier);
    }

    @Command(name = "explain", description = "Says what a user may do with a mailbox, and why.")
    int explain(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "USER") String user,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "MAILBOX") String mailbox)
            throws Refusal {
        return print(server, "GET", explanation(user, owner, mailbox), "", this::reasons);
    }

    @Command(
            name = "what-if",
            description = "Says what a user could do if an entry were changed; changes nothing.")
    int whatIf(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "USER") String user,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "MAILBOX") String mailbox,
            @Parameters(paramLabel = "IDENTIFIER") String identifier,
            @Parameters(paramLabel = "RIGHTS") String rights)
            throws Refusal {
        String supposed =
                "&if="
                        + WebadminClient.encoded(identifier)
                        + "&rights="
                        + WebadminClient.encoded(rights);
        String path = explanation(user, owner, mailbox) + supposed;
        return print(server, "GET", path, "", this::reasons);
    }

    private static String explanation(String user, String owner, String mailbox) {
        return "/tandem/acl/explain?user=%s&owner=%s&mailbox=%s"
                .formatted(
                        WebadminClient.encoded(user),
                        WebadminClient.encoded(owner),
                        WebadminClient.encoded(mailbox));
    }

    @Command(
            name = "report",
            description = "Shows all that a user sees of others, or who may do what in a mailbox.")
    int report(
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "USER", description = "Of a mailbox: its owner.") String user,
            @Parameters(paramLabel = "MAILBOX", arity = "0..1") String mailbox)
            throws Refusal {
        return mailbox == null
                ? print(
                        server,
                        "GET",
                        "/tandem/acl/shared-with" + WebadminClient.path(user),
                        "",
                        this::sights)
                : print(
                        server,
                        "GET",
                        "/tandem/acl/who" + WebadminClient.path(user, mailbox),
                        "",
                        answer -> entries(answer, "user"));
    }

    private int print(
            ServerOptions server, String method, String path, String body, Consumer<JsonNode> form)
            throws Refusal {
        Answer answer = server.call(method, path, body);
        try {
            if (!answer.body().isBlank()) {
                if (server.wantsJson()) {
                    out().println(answer.body());
                } else {
                    form.accept(answer.json());
                }
            }
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "the server's answer is no JSON", e);
        }
        out().flush();
        return ExitCode.OK.number();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void entries(JsonNode entries, String who) {
        entries.forEach(
                entry ->
                        out().println(
                                        "%-40s %s"
                                                .formatted(
                                                        entry.path(who).asText(),
                                                        entry.path("rights").asText())));
    }

    private void sights(JsonNode mailboxes) {
        mailboxes.forEach(
                one ->
                        out().println(
                                        "%-40s %s"
                                                .formatted(
                                                        one.path("owner").asText()
                                                                + " "
                                                                + one.path("mailbox").asText(),
                                                        one.path("rights").asText())));
    }

    private void reasons(JsonNode why) {
        out().println("rights: " + why.path("rights").asText());
        if (why.path("ownMailbox").asBoolean()) {
            out().println("the owner starts with every right");
        }
        entries(why.path("because"), "identifier");
        if (why.has("overrides")) {
            out().println("overrides in tandem.xml:");
            entries(why.path("overrides"), "identifier");
        }
    }
}
