package org.jamestandem.mailets.notice;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;
import org.jamestandem.mailets.settings.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches all recipients of a mail that came from outside: by nobody who had logged in, whatever
 * address it names, or by somebody who had but with the address of another server. What the server
 * sends itself has no sender and does not match. No parameters.
 */
public class FromOutside extends GenericMatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(FromOutside.class);

    private final DomainList domains;

    @Inject
    public FromOutside(DomainList domains) {
        this.domains = domains;
    }

    @Override
    public void init() throws MessagingException {
        Parameters.ofCondition(FromOutside.class, getMatcherConfig(), "", List.of());
    }

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return mail.getMaybeSender()
                .asOptional()
                .filter(sender -> !(isLoggedIn(mail) && isOurs(sender)))
                .map(sender -> List.copyOf(mail.getRecipients()))
                .orElse(List.of());
    }

    @Override
    public String getMatcherInfo() {
        return "Recipients of mail from outside";
    }

    private static boolean isLoggedIn(Mail mail) {
        return mail.getAttribute(Mail.SMTP_AUTH_USER).isPresent();
    }

    private boolean isOurs(MailAddress sender) {
        try {
            return domains.containsDomain(sender.getDomain());
        } catch (DomainListException e) {
            LOGGER.warn("{} counts as outside", sender.getDomain(), e);
            return false;
        }
    }
}
