package org.jamestandem.benchmarks.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.testkit.FreePorts;

/** Debian's Dovecot 2.3 with Maildir, everything else as it comes. */
final class DovecotTarget implements Target {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final String CONFIGURATION =
            """
            base_dir = @folder@/run
            state_dir = @folder@/state
            log_path = @folder@/dovecot.log
            protocols = imap pop3
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = @user@
            default_login_user = @user@
            mail_location = maildir:@folder@/mail/%u
            mail_max_userip_connections = 1000
            first_valid_uid = 1
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid=@user@ gid=@group@ home=@folder@/mail/%u
            }
            namespace inbox {
              inbox = yes
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = @imap@
              }
              inet_listener imaps {
                port = 0
              }
            }
            service pop3-login {
              chroot =
              inet_listener pop3 {
                port = @pop3@
              }
              inet_listener pop3s {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            """;

    /** Its manual's way to share mailboxes. */
    private static final String SHARING =
            """
            mail_plugins = acl
            protocol imap {
              mail_plugins = acl imap_acl
            }
            namespace inbox {
              separator = .
            }
            namespace shared {
              type = shared
              separator = .
              prefix = shared.%%u.
              location = maildir:@folder@/mail/%%u
              subscriptions = no
              list = children
            }
            plugin {
              acl = vfile
              acl_shared_dict = file:@folder@/mail/shared-mailboxes.db
            }
            """;

    private final String name;
    private final PeerServer server;
    private final InetSocketAddress imap;
    private final InetSocketAddress pop3;
    private final AtomicInteger accounts = new AtomicInteger();

    private DovecotTarget(
            String name, PeerServer server, InetSocketAddress imap, InetSocketAddress pop3) {
        this.name = name;
        this.server = server;
        this.imap = imap;
        this.pop3 = pop3;
    }

    static DovecotTarget start() throws IOException {
        return start("dovecot", CONFIGURATION);
    }

    /** With its plugin for access control lists, which costs every command something. */
    static DovecotTarget startWithSharing() throws IOException {
        return start("dovecot-acl", CONFIGURATION + SHARING);
    }

    private static DovecotTarget start(String name, String settings) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IOException(
                    PROGRAM
                            + " is missing: on Debian, run 'apt-get install"
                            + " --no-install-recommends dovecot-imapd dovecot-pop3d'");
        }
        Path folder = PeerServer.folder("dovecot");
        InetSocketAddress imap = new InetSocketAddress("127.0.0.1", FreePorts.one());
        InetSocketAddress pop3 = new InetSocketAddress("127.0.0.1", FreePorts.one());
        Path configuration = folder.resolve("dovecot.conf");
        Files.writeString(
                configuration,
                settings.replace("@folder@", folder.toString())
                        .replace("@user@", PeerServer.USER)
                        .replace("@group@", PeerServer.group())
                        .replace("@imap@", Integer.toString(imap.getPort()))
                        .replace("@pop3@", Integer.toString(pop3.getPort())));
        Files.createDirectories(folder.resolve("mail"));
        PeerServer.give(folder.resolve("mail"));
        List<String> command = List.of(PROGRAM.toString(), "-F", "-c", configuration.toString());
        return new DovecotTarget(name, PeerServer.start(folder, command, imap, pop3), imap, pop3);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InetSocketAddress imap() {
        return imap;
    }

    @Override
    public InetSocketAddress pop3() {
        return pop3;
    }

    @Override
    public Account newAccount() {
        return new Account("user" + accounts.incrementAndGet() + "@bench.example", "secret");
    }

    @Override
    public void close() {
        server.stop();
    }
}
