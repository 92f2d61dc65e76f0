package org.jamestandem.imap.acl.james.delivery;

import com.google.inject.Inject;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.transport.mailets.LocalDelivery;
import org.apache.james.transport.mailets.delivery.MailDispatcher;
import org.apache.james.transport.mailets.delivery.SimpleMailStore;
import org.apache.james.user.api.UsersRepository;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.apache.mailet.base.MailetUtil;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes;
import org.jamestandem.imap.sharing.SharedNames;

/**
 * Delivers as James' {@code LocalDelivery} does, in whose place it stands, and also into mailboxes
 * that others share with the recipient: what the recipient's Sieve script files into {@code
 * #user.OWNER.NAME} arrives there when the recipient has {@code p} or {@code i} (RFC 4314 §2.1),
 * and else in the recipient's INBOX.
 *
 * <p>Parameters are those of {@code LocalDelivery}: {@code consume}, {@code onMailetException},
 * {@code retries}.
 */
public class DeliverWithRights extends GenericMailet {
    private static final String CONSUME = "consume";
    private static final String ON_EXCEPTION = "onMailetException";
    private static final String RETRIES = "retries";

    private final UsersRepository users;
    private final MailboxManager mailboxes;
    private final AccessControlledMailboxes shared;
    private final SharedNames names;
    private final MetricFactory metrics;
    private MailDispatcher dispatcher;

    @Inject
    public DeliverWithRights(
            UsersRepository users,
            MailboxManager mailboxes,
            AccessControlledMailboxes shared,
            SharedNames names,
            MetricFactory metrics) {
        this.users = users;
        this.mailboxes = mailboxes;
        this.shared = shared;
        this.names = names;
        this.metrics = metrics;
    }

    @Override
    public void init() throws MessagingException {
        checkInitParameters(Set.of(CONSUME, ON_EXCEPTION, RETRIES));
        dispatcher =
                MailDispatcher.builder()
                        .mailStore(
                                SimpleMailStore.builder()
                                        .mailboxAppender(
                                                new SharedAppender(mailboxes, shared, names))
                                        .usersRepository(users)
                                        .folder(MailboxConstants.INBOX)
                                        .metric(
                                                metrics.generate(
                                                        LocalDelivery
                                                                .LOCAL_DELIVERED_MAILS_METRIC_NAME))
                                        .build())
                        .consume(getInitParameter(CONSUME, true))
                        .onMailetException(getInitParameter(ON_EXCEPTION, Mail.ERROR))
                        .retries(
                                MailetUtil.getInitParameterAsInteger(
                                        getInitParameter(RETRIES),
                                        Optional.of(MailDispatcher.RETRIES)))
                        .mailetContext(getMailetContext())
                        .build();
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        dispatcher.dispatch(mail);
    }

    @Override
    public String getMailetInfo() {
        return "Delivers to local mailboxes, shared ones included";
    }
}
