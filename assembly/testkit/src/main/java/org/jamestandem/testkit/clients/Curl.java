package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** curl with its mail protocols. */
public final class Curl {
    private final ClientProgram program;

    public Curl(Path home) {
        program = new ClientProgram("curl", "curl", home);
    }

    /** Fetches {@code pop3://} or {@code imap://} with this path, such as {@code INBOX;UID=1}. */
    public ClientRun fetch(String protocol, ServerLogin login, String path) {
        List<String> arguments = common(protocol, login, path);
        arguments.addAll(List.of("--user", login.user() + ":" + login.password()));
        return program.run(arguments);
    }

    /** Hands a message to an SMTP server without logging in; the login only says where. */
    public ClientRun send(
            ServerLogin server, String from, List<String> recipients, String message) {
        return program.run(sending(server, from, recipients, message));
    }

    /** Hands a message to a submission server, logged in. */
    public ClientRun submit(ServerLogin login, List<String> recipients, String message) {
        List<String> arguments = sending(login, login.user(), recipients, message);
        arguments.addAll(List.of("--user", login.user() + ":" + login.password()));
        return program.run(arguments);
    }

    private List<String> sending(
            ServerLogin server, String from, List<String> recipients, String message) {
        Path file =
                program.write("message.eml", message.replace("\r\n", "\n").replace("\n", "\r\n"));
        List<String> arguments = common("smtp", server, "");
        arguments.addAll(List.of("--mail-from", from, "--upload-file", file.toString()));
        recipients.forEach(recipient -> arguments.addAll(List.of("--mail-rcpt", recipient)));
        return arguments;
    }

    private static List<String> common(String protocol, ServerLogin login, String path) {
        String scheme = login.authority().isPresent() ? protocol + "s" : protocol;
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--silent",
                                "--show-error",
                                "--url",
                                "%s://%s:%d/%s"
                                        .formatted(scheme, login.host(), login.port(), path)));
        login.authority().ifPresent(file -> arguments.addAll(List.of("--cacert", file.toString())));
        return arguments;
    }
}
