package org.jamestandem.testkit.james;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Moves the listeners of a configuration from the standard ports to free ones, and mail
 * repositories to where this James keeps them. Changes nothing else.
 */
final class StockConfiguration {
    private static final Map<James.Listener, String> FILES =
            Map.of(
                    James.Listener.IMAP, "imapserver.xml",
                    James.Listener.POP3, "pop3server.xml",
                    James.Listener.SMTP, "smtpserver.xml",
                    James.Listener.LMTP, "lmtpserver.xml");

    private StockConfiguration() {}

    static void setPorts(Path conf, Map<James.Listener, Integer> ports, int webAdminPort)
            throws IOException {
        for (Map.Entry<James.Listener, String> file : FILES.entrySet()) {
            replace(
                    conf.resolve(file.getValue()),
                    "<bind>[^<]*</bind>",
                    "<bind>127.0.0.1:" + ports.get(file.getKey()) + "</bind>");
        }
        replace(conf.resolve("webadmin.properties"), "(?m)^port=.*$", "port=" + webAdminPort);
    }

    static void setRepositories(Path conf, String protocol) throws IOException {
        Path file = conf.resolve("mailetcontainer.xml");
        Files.writeString(file, Files.readString(file).replace("memory://", protocol + "://"));
    }

    private static void replace(Path file, String pattern, String text) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(pattern, text));
    }
}
