package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.List;

/** mpop, a POP3 client. */
public final class Mpop implements Pop3Poller {
    private final ClientProgram program;
    private final Maildir delivered;
    private final Path configuration;

    public Mpop(Path home, ServerLogin login, AfterRetrieval after) {
        program = new ClientProgram("mpop", "mpop", home);
        delivered = Maildir.at(home.resolve("mail"));
        configuration = program.write("mpoprc", configuration(home, login, after));
    }

    private static String configuration(Path home, ServerLogin login, AfterRetrieval after) {
        return """
        account default
        host %s
        port %d
        user %s
        password %s
        auth user
        %s
        keep %s
        delivery maildir %s
        uidls_file %s
        """
                .formatted(
                        login.host(),
                        login.port(),
                        login.user(),
                        login.password(),
                        login.authority()
                                .map(file -> "tls on\ntls_starttls off\ntls_trust_file " + file)
                                .orElse("tls off"),
                        after == AfterRetrieval.LEAVE ? "on" : "off",
                        home.resolve("mail"),
                        home.resolve("uidls"));
    }

    @Override
    public ClientRun poll() {
        return program.run(List.of("--file=" + configuration));
    }

    @Override
    public Maildir delivered() {
        return delivered;
    }
}
