package org.jamestandem.benchmarks.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.testkit.FreePorts;
import org.jamestandem.testkit.ProjectFiles;

/**
 * Debian's Cyrus 3.6, unpacked beside the system because its packages do not live with Dovecot's;
 * everything that is not a place as it comes.
 */
final class CyrusTarget implements Target {
    private static final String UNPACKED = "assembly/benchmarks/target/cyrus";
    private static final String PASSWORD = "secret";
    private static final String SETTINGS =
            """
            configdirectory: @folder@/conf
            partition-default: @folder@/spool
            defaultpartition: default
            cyrus_user: @user@
            cyrus_group: @group@
            admins: admin
            allowplaintext: yes
            sasl_mech_list: PLAIN LOGIN
            sasl_pwcheck_method: auxprop
            sasl_auxprop_plugin: sasldb
            sasl_sasldb_path: @folder@/sasldb2
            servername: localhost
            unixhierarchysep: yes
            altnamespace: yes
            autocreate_users: anyone
            autocreate_quota: 0
            autocreate_post: yes
            lmtpsocket: @folder@/run/lmtp
            idlesocket: @folder@/run/idle
            notifysocket: @folder@/run/notify
            proc_path: @folder@/run/proc
            mboxname_lockpath: @folder@/run/lock
            """;
    private static final String SERVICES =
            """
            START {
              recover cmd="@bin@/ctl_cyrusdb -C @settings@ -r"
            }
            SERVICES {
              imap cmd="@bin@/imapd -C @settings@" listen="127.0.0.1:@imap@" prefork=2 maxchild=200
              pop3 cmd="@bin@/pop3d -C @settings@" listen="127.0.0.1:@pop3@" prefork=2 maxchild=200
            }
            EVENTS {
            }
            """;

    private final PeerServer server;
    private final InetSocketAddress imap;
    private final InetSocketAddress pop3;
    private final AtomicInteger accounts = new AtomicInteger();

    private CyrusTarget(PeerServer server, InetSocketAddress imap, InetSocketAddress pop3) {
        this.server = server;
        this.imap = imap;
        this.pop3 = pop3;
    }

    static CyrusTarget start() throws IOException {
        Path unpacked = unpacked();
        Path bin = unpacked.resolve("usr/lib/cyrus/bin");
        Path folder = PeerServer.folder("cyrus");
        InetSocketAddress imap = new InetSocketAddress("127.0.0.1", FreePorts.one());
        InetSocketAddress pop3 = new InetSocketAddress("127.0.0.1", FreePorts.one());
        Path settings = folder.resolve("imapd.conf");
        Files.writeString(settings, filled(SETTINGS, folder, bin, settings, imap, pop3));
        Path services = folder.resolve("cyrus.conf");
        Files.writeString(services, filled(SERVICES, folder, bin, settings, imap, pop3));
        for (String name : List.of("conf", "spool", "run")) {
            PeerServer.give(Files.createDirectory(folder.resolve(name)));
        }
        addUser(unpacked, folder, "admin");
        PeerServer.give(folder.resolve("sasldb2"));
        List<String> command =
                List.of(
                        "env",
                        libraries(unpacked),
                        bin.resolve("master").toString(),
                        "-D",
                        "-C",
                        settings.toString(),
                        "-M",
                        services.toString(),
                        "-p",
                        folder.resolve("run/master.pid").toString());
        return new CyrusTarget(PeerServer.start(folder, command, imap, pop3), imap, pop3);
    }

    private static Path unpacked() throws IOException {
        Path unpacked = ProjectFiles.root().resolve(UNPACKED);
        if (!Files.isExecutable(unpacked.resolve("usr/lib/cyrus/bin/master"))) {
            throw new IOException(
                    "Cyrus is missing: on Debian, run 'assembly/benchmarks/bin/unpack-cyrus'");
        }
        return unpacked;
    }

    private static String filled(
            String text,
            Path folder,
            Path bin,
            Path settings,
            InetSocketAddress imap,
            InetSocketAddress pop3) {
        return text.replace("@folder@", folder.toString())
                .replace("@user@", PeerServer.USER)
                .replace("@group@", PeerServer.group())
                .replace("@bin@", bin.toString())
                .replace("@settings@", settings.toString())
                .replace("@imap@", Integer.toString(imap.getPort()))
                .replace("@pop3@", Integer.toString(pop3.getPort()));
    }

    private static String libraries(Path unpacked) {
        return "LD_LIBRARY_PATH="
                + unpacked.resolve("usr/lib/x86_64-linux-gnu")
                + ":"
                + unpacked.resolve("lib/x86_64-linux-gnu");
    }

    private static void addUser(Path unpacked, Path folder, String user) throws IOException {
        PeerServer.run(
                PASSWORD,
                "env",
                libraries(unpacked),
                unpacked.resolve("usr/sbin/saslpasswd2").toString(),
                "-f",
                folder.resolve("sasldb2").toString(),
                "-u",
                "localhost",
                "-p",
                "-c",
                user);
    }

    @Override
    public String name() {
        return "cyrus";
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
    public Account newAccount() throws IOException {
        String user = "user" + accounts.incrementAndGet();
        addUser(unpacked(), server.file(""), user);
        return new Account(user, PASSWORD);
    }

    @Override
    public void close() {
        server.stop();
    }
}
