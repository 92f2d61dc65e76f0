package org.jamestandem.acceptance.mailets;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jamestandem.testkit.james.James;

/** A person with a Jakarta Mail client. */
record MailUser(James james, String address) {
    static final String PASSWORD = "secret";

    /** Creates the account on the server. */
    static MailUser on(James james, String address) {
        james.webAdmin().addUser(address, PASSWORD);
        return new MailUser(james, address);
    }

    /** Sends the message as it stands, in one SMTP transaction. */
    static void send(James james, String message, MailUser... recipients)
            throws MessagingException {
        Session session = session(james);
        InternetAddress[] addresses = new InternetAddress[recipients.length];
        for (int i = 0; i < recipients.length; i++) {
            addresses[i] = new InternetAddress(recipients[i].address());
        }
        byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Transport smtp = session.getTransport("smtp")) {
            smtp.connect();
            smtp.sendMessage(new MimeMessage(session, new ByteArrayInputStream(bytes)), addresses);
        }
    }

    /** Makes this the user's active Sieve script (RFC 5228). */
    void filter(String script) {
        int status =
                james.webAdmin()
                        .call(
                                "PUT",
                                "/sieve/" + address + "/scripts/mine?activate=true",
                                script.replace("\n", "\r\n"))
                        .statusCode();
        if (status != 204) {
            throw new IllegalStateException("script refused: " + status);
        }
    }

    /** Subjects of what POP3 offers. */
    List<String> subjectsByPop3() {
        return read("pop3", "INBOX", Message::getSubject);
    }

    /** The first part of each message that POP3 offers and that has parts. */
    List<String> firstPartsByPop3() {
        return read("pop3", "INBOX", MailUser::firstPart).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Subjects in a folder over IMAP; none when there is no such folder. */
    List<String> subjects(String folder) {
        return read("imap", folder, Message::getSubject);
    }

    /** The keywords of each message in a folder, over IMAP. */
    List<List<String>> keywords(String folder) {
        return read("imap", folder, message -> Arrays.asList(message.getFlags().getUserFlags()));
    }

    private <T> List<T> read(String protocol, String name, Reader<T> reader) {
        try (Store store = session(james).getStore(protocol)) {
            store.connect(address, PASSWORD);
            Folder folder = store.getFolder(name);
            List<T> found = new ArrayList<>();
            if (folder.exists()) {
                folder.open(Folder.READ_ONLY);
                for (Message message : folder.getMessages()) {
                    found.add(reader.read(message));
                }
                folder.close(false);
            }
            return found;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstPart(Message message) throws MessagingException {
        try {
            return message.getContent() instanceof Multipart parts
                    ? (String) parts.getBodyPart(0).getContent()
                    : "";
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
    }

    private static Session session(James james) {
        Properties properties = new Properties();
        for (James.Listener listener :
                List.of(James.Listener.IMAP, James.Listener.POP3, James.Listener.SMTP)) {
            String protocol = listener.name().toLowerCase(Locale.ROOT);
            properties.setProperty("mail." + protocol + ".host", james.host());
            properties.setProperty(
                    "mail." + protocol + ".port", Integer.toString(james.port(listener)));
            properties.setProperty("mail." + protocol + ".timeout", "30000");
        }
        properties.setProperty("mail.smtp.from", "sender@elsewhere.example");
        return Session.getInstance(properties);
    }

    /** What to take from a message. */
    private interface Reader<T> {
        T read(Message message) throws MessagingException;
    }
}
