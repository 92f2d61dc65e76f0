package org.jamestandem.acceptance.clients;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jamestandem.testkit.clients.ServerLogin;

/**
 * A user's mailboxes as Jakarta Mail shows them over IMAP; each call has a connection of its own.
 */
final class Mailboxes {
    private final ServerLogin login;

    Mailboxes(ServerLogin login) {
        this.login = login;
    }

    static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.timeout", "30000");
        properties.setProperty("mail.imap.connectiontimeout", "30000");
        return Session.getInstance(properties);
    }

    Store connect() throws MessagingException {
        Store store = session().getStore("imap");
        store.connect(login.host(), login.port(), login.user(), login.password());
        return store;
    }

    /** Stores one short message for each subject, in this order. */
    void add(String mailbox, String... subjects) throws MessagingException {
        try (Store store = connect()) {
            Folder folder = store.getFolder(mailbox);
            if (!folder.exists()) {
                folder.create(Folder.HOLDS_MESSAGES);
            }
            for (String subject : subjects) {
                folder.appendMessages(new Message[] {message(subject)});
            }
        }
    }

    List<String> subjects(String mailbox) throws MessagingException {
        try (Store store = connect();
                Folder folder = store.getFolder(mailbox)) {
            folder.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }

    boolean has(String mailbox, String subject, Flags.Flag flag) throws MessagingException {
        try (Store store = connect();
                Folder folder = store.getFolder(mailbox)) {
            folder.open(Folder.READ_ONLY);
            return find(folder, subject).isSet(flag);
        }
    }

    void set(String mailbox, String subject, Flags.Flag flag) throws MessagingException {
        try (Store store = connect();
                Folder folder = store.getFolder(mailbox)) {
            folder.open(Folder.READ_WRITE);
            find(folder, subject).setFlag(flag, true);
        }
    }

    static Message find(Folder folder, String subject) throws MessagingException {
        for (Message message : folder.getMessages()) {
            if (subject.equals(message.getSubject())) {
                return message;
            }
        }
        throw new AssertionError("no '" + subject + "' in " + folder.getFullName());
    }

    private static MimeMessage message(String subject) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom("anna@sender.example");
        message.setRecipients(Message.RecipientType.TO, "bob@reader.example");
        message.setSubject(subject, "UTF-8");
        message.setText("About " + subject + ".\n.\nA line with one dot stands above.\n", "UTF-8");
        message.setSentDate(Date.from(Instant.EPOCH));
        message.saveChanges();
        return message;
    }
}
