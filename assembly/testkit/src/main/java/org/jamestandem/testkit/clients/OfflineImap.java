package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.List;

/** offlineimap3, both ways. */
public final class OfflineImap implements MailboxSync {
    private final ClientProgram program;
    private final Path configuration;

    public OfflineImap(Path home, ServerLogin login) {
        program = new ClientProgram("offlineimap", "offlineimap3", home);
        configuration = program.write("offlineimaprc", configuration(home, login));
    }

    private static String configuration(Path home, ServerLogin login) {
        return """
        [general]
        accounts = tandem
        metadata = %s
        socktimeout = 60

        [Account tandem]
        localrepository = local
        remoterepository = server

        [Repository local]
        type = Maildir
        localfolders = %s

        [Repository server]
        type = IMAP
        remotehost = %s
        remoteport = %d
        remoteuser = %s
        remotepass = %s
        %s
        """
                .formatted(
                        home.resolve("metadata"),
                        home.resolve("mail"),
                        login.host(),
                        login.port(),
                        login.user(),
                        login.password(),
                        login.authority()
                                .map(file -> "ssl = yes\nsslcacertfile = " + file)
                                .orElse("ssl = no\nstarttls = no\nauth_mechanisms = LOGIN"));
    }

    @Override
    public ClientRun sync() {
        return program.run(List.of("-c", configuration.toString(), "-o", "-u", "basic"));
    }

    @Override
    public Maildir local(String mailbox) {
        return Maildir.at(program.home().resolve("mail").resolve(mailbox));
    }
}
