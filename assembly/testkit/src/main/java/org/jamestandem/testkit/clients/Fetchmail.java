package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.List;

/** fetchmail, over POP3. */
public final class Fetchmail implements Pop3Poller {
    private static final int NO_MAIL = 1;

    private final ClientProgram program;
    private final Maildir delivered;
    private final Path configuration;

    public Fetchmail(Path home, ServerLogin login, AfterRetrieval after) {
        program = new ClientProgram("fetchmail", "fetchmail", home);
        delivered = Maildir.at(home.resolve("mail"));
        Path deliver = program.deliveryTo(home.resolve("mail"));
        configuration = program.write("fetchmailrc", configuration(home, login, after, deliver));
    }

    private static String configuration(
            Path home, ServerLogin login, AfterRetrieval after, Path deliver) {
        return """
        set no bouncemail
        set idfile %s
        set pidfile %s
        poll %s protocol pop3 port %d uidl
            user "%s" password "%s"
            %s
            %s
            mda "%s"
        """
                .formatted(
                        home.resolve("ids"),
                        home.resolve("fetchmail.pid"),
                        login.host(),
                        login.port(),
                        login.user(),
                        login.password(),
                        login.authority()
                                .map(file -> "ssl sslcertck sslcertfile \"" + file + "\"")
                                .orElse("sslproto \"\""),
                        after == AfterRetrieval.LEAVE ? "keep" : "no keep",
                        deliver);
    }

    @Override
    public ClientRun poll() {
        ClientRun run =
                program.run(List.of("--fetchmailrc", configuration.toString(), "--verbose"));
        return run.exitCode() == NO_MAIL ? new ClientRun(run.command(), 0, run.output()) : run;
    }

    @Override
    public Maildir delivered() {
        return delivered;
    }
}
