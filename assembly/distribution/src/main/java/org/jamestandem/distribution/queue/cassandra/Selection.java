package org.jamestandem.distribution.queue.cassandra;

import org.apache.james.core.MailAddress;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.mailet.Mail;

/** Which mails an administrator means by a name, a sender or a recipient. */
final class Selection {
    private Selection() {}

    /** Blocks while it reads the envelope, where the name is not enough. */
    static boolean matches(
            KeptMails mails, KeptMail kept, ManageableMailQueue.Type type, String value) {
        return type == ManageableMailQueue.Type.Name
                ? kept.name().equals(value)
                : mails.envelope(kept)
                        .filter(mail -> matches(mail, type, value))
                        .hasElement()
                        .block();
    }

    private static boolean matches(Mail mail, ManageableMailQueue.Type type, String value) {
        return switch (type) {
            case Name -> mail.getName().equals(value);
            case Sender -> mail.getMaybeSender().asString().equals(value);
            case Recipient ->
                    mail.getRecipients().stream()
                            .map(MailAddress::asString)
                            .anyMatch(value::equals);
        };
    }
}
