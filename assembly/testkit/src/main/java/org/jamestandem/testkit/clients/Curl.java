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
        List<String> arguments = new ArrayList<>(common(protocol, login, path));
        arguments.addAll(List.of("--user", login.user() + ":" + login.password()));
        return program.run(arguments);
    }

    /** Sends a message over SMTP without login; the login only says where. */
    public ClientRun send(
            ServerLogin server, String from, List<String> recipients, String message) {
        Path file =
                program.write("message.eml", message.replace("\r\n", "\n").replace("\n", "\r\n"));
        List<String> arguments = new ArrayList<>(common("smtp", server, ""));
        arguments.addAll(List.of("--mail-from", from, "--upload-file", file.toString()));
        recipients.forEach(recipient -> arguments.addAll(List.of("--mail-rcpt", recipient)));
        return program.run(arguments);
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
