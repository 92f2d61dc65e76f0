package org.jamestandem.mailets.spam;

import java.math.BigDecimal;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;

/** Why a mailet of ours treats a mail as spam, for the record. */
public final class SpamReason {
    private SpamReason() {}

    /** The mailet and what scanners said, such as {@code FileAsSpam, score 7.3}. */
    public static String of(Class<?> mailet, Mail mail, MailAddress recipient)
            throws MessagingException {
        SpamVerdict verdict = SpamReports.beside(mail, recipient).and(SpamReports.inHeader(mail));
        return mailet.getSimpleName() + ", " + said(verdict);
    }

    private static String said(SpamVerdict verdict) {
        if (verdict.hasScore()) {
            return "score "
                    + BigDecimal.valueOf(verdict.score()).stripTrailingZeros().toPlainString();
        }
        return verdict.flagged() ? "the scanner says so" : "no scanner said anything";
    }
}
