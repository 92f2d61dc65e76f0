package org.jamestandem.mailets.spam;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.mailets.settings.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches the recipients for whom a scanner's verdict reaches their threshold.
 *
 * <p>Condition {@code [threshold][,read=all|james|header]}. Without a threshold {@code <spam>} of
 * {@code tandem.xml} decides for each recipient. A mail that no scanner saw is not spam, nor is one
 * that its recipient has released.
 */
public class IsSpam extends GenericMatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(IsSpam.class);
    private static final String THRESHOLD = "threshold";
    private static final String READ = "read";

    private final SpamThresholds configured;
    private SpamThresholds thresholds;
    private VerdictSource source;

    @Inject
    public IsSpam(SpamThresholds configured) {
        this.configured = configured;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters =
                Parameters.ofCondition(
                        IsSpam.class, getMatcherConfig(), THRESHOLD, List.of(THRESHOLD, READ));
        thresholds =
                parameters
                        .value(THRESHOLD, SpamThreshold.FORMAT)
                        .map(SpamThresholds::same)
                        .orElse(configured);
        source =
                parameters
                        .value(READ, SettingFormats.oneOf(VerdictSource.class))
                        .orElse(VerdictSource.ALL);
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        if (Cleared.isMarked(mail)) {
            return List.of();
        }
        SpamVerdict inHeader = source == VerdictSource.JAMES ? SpamVerdict.NONE : inHeader(mail);
        return mail.getRecipients().stream()
                .filter(one -> thresholds.of(one).isReachedBy(verdict(mail, one, inHeader)))
                .toList();
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients for whom the mail is spam";
    }

    private static SpamVerdict inHeader(Mail mail) {
        try {
            return SpamReports.inHeader(mail);
        } catch (MessagingException e) {
            LOGGER.warn("no verdict: the header of {} cannot be read", mail.getName(), e);
            return SpamVerdict.NONE;
        }
    }

    private SpamVerdict verdict(Mail mail, MailAddress recipient, SpamVerdict inHeader) {
        return source == VerdictSource.HEADER
                ? inHeader
                : inHeader.and(SpamReports.beside(mail, recipient));
    }
}
