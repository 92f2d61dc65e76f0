package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.List;

/** getmail6, over POP3. */
public final class Getmail implements Pop3Poller {
    private final ClientProgram program;
    private final Maildir delivered;
    private final Path configuration;

    public Getmail(Path home, ServerLogin login, AfterRetrieval after) {
        program = new ClientProgram("getmail", "getmail6", home);
        delivered = Maildir.at(home.resolve("mail"));
        Path deliver = program.deliveryTo(home.resolve("mail"));
        configuration = program.write("getmail/getmailrc", configuration(deliver, login, after));
    }

    private static String configuration(Path deliver, ServerLogin login, AfterRetrieval after) {
        return """
        [retriever]
        type = %s
        server = %s
        port = %d
        username = %s
        password = %s
        timeout = 60
        %s

        [destination]
        type = MDA_external
        path = %s
        unixfrom = false
        allow_root_commands = true

        [options]
        delete = %s
        read_all = false
        verbose = 2
        """
                .formatted(
                        login.authority().isPresent()
                                ? "SimplePOP3SSLRetriever"
                                : "SimplePOP3Retriever",
                        login.host(),
                        login.port(),
                        login.user(),
                        login.password(),
                        login.authority().map(file -> "ca_certs = " + file).orElse(""),
                        deliver,
                        after == AfterRetrieval.DELETE);
    }

    @Override
    public ClientRun poll() {
        return program.run(
                List.of(
                        "--getmaildir=" + configuration.getParent(),
                        "--rcfile=" + configuration.getFileName()));
    }

    @Override
    public Maildir delivered() {
        return delivered;
    }
}
