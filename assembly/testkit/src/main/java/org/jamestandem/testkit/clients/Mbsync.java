package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.List;

/** isync's mbsync, both ways. */
public final class Mbsync implements MailboxSync {
    private final ClientProgram program;
    private final Path configuration;

    public Mbsync(Path home, ServerLogin login) {
        program = new ClientProgram("mbsync", "isync", home);
        configuration = program.write("mbsyncrc", configuration(home, login));
        Maildir.at(home.resolve("mail/INBOX"));
    }

    private static String configuration(Path home, ServerLogin login) {
        return """
        IMAPStore server
        Host %s
        Port %d
        User "%s"
        Pass "%s"
        %s

        MaildirStore local
        SubFolders Verbatim
        Path %s/
        Inbox %s

        Channel all
        Far :server:
        Near :local:
        Patterns *
        Create Both
        Remove Both
        Expunge Both
        SyncState *
        """
                .formatted(
                        login.host(),
                        login.port(),
                        login.user(),
                        login.password(),
                        login.authority()
                                .map(
                                        file ->
                                                "SSLType IMAPS\n"
                                                        + "SystemCertificates no\n"
                                                        + "CertificateFile \""
                                                        + file
                                                        + "\"")
                                .orElse("SSLType None\nAuthMechs LOGIN"),
                        home.resolve("mail"),
                        home.resolve("mail/INBOX"));
    }

    @Override
    public ClientRun sync() {
        return program.run(List.of("--config", configuration.toString(), "--debug-net", "all"));
    }

    @Override
    public Maildir local(String mailbox) {
        return Maildir.at(program.home().resolve("mail").resolve(mailbox));
    }
}
