package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.Mailbox;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes every change of an access control list, with what was there before and after. */
@Singleton
public final class ChangeLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChangeLog.class);

    private final Audit audit;
    private final Clock clock;

    @Inject
    public ChangeLog(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One entry has been changed.
     *
     * @param by a user, or {@link AclOperator#NAME} for an operator
     */
    void changed(
            Mailbox mailbox,
            Username by,
            Identifier identifier,
            AccessList before,
            AccessList after) {
        Rights old = before.of(identifier);
        Rights now = after.of(identifier);
        LOGGER.info(
                "{} of {}: {} changed entry '{}' from '{}' to '{}'",
                mailbox.getMailboxId().serialize(),
                mailbox.getUser().asString(),
                by.asString(),
                identifier,
                old,
                now);
        String rule = "acl %s: '%s' -> '%s'".formatted(identifier, old, now);
        audit.record(
                new AuditEntry(
                        UUID.randomUUID(),
                        mailbox.getUser(),
                        clock.instant(),
                        actor(by),
                        List.of(new Deed(AuditAction.SHARED, rule, mailbox.getName(), List.of()))));
    }

    private static Actor actor(Username by) {
        return by.equals(AclOperator.NAME)
                ? Actor.nobody(AuditChannel.WEBADMIN)
                : Actor.client(AuditChannel.IMAP, by, "", "");
    }
}
