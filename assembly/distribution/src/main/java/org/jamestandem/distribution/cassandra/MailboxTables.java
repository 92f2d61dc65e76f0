package org.jamestandem.distribution.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import java.util.List;
import org.apache.james.mailbox.cassandra.mail.CassandraACLDAOV1;
import org.apache.james.mailbox.cassandra.mail.CassandraACLDAOV2;
import org.apache.james.mailbox.cassandra.mail.CassandraApplicableFlagDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentDAOV2;
import org.apache.james.mailbox.cassandra.mail.CassandraAttachmentMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraDeletedMessageDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraFirstUnseenDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxCounterDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxPathV3DAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMailboxRecentsDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageDAOV3;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraMessageIdToImapUidDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraThreadLookupDAO;
import org.apache.james.mailbox.cassandra.mail.CassandraUserMailboxRightsDAO;
import org.apache.james.mailbox.cassandra.modules.CassandraAclModule;
import org.apache.james.mailbox.cassandra.modules.CassandraAnnotationModule;
import org.apache.james.mailbox.cassandra.modules.CassandraApplicableFlagsModule;
import org.apache.james.mailbox.cassandra.modules.CassandraAttachmentModule;
import org.apache.james.mailbox.cassandra.modules.CassandraDeletedMessageModule;
import org.apache.james.mailbox.cassandra.modules.CassandraFirstUnseenModule;
import org.apache.james.mailbox.cassandra.modules.CassandraMailboxCounterModule;
import org.apache.james.mailbox.cassandra.modules.CassandraMailboxModule;
import org.apache.james.mailbox.cassandra.modules.CassandraMailboxRecentsModule;
import org.apache.james.mailbox.cassandra.modules.CassandraMessageModule;
import org.apache.james.mailbox.cassandra.modules.CassandraModSeqModule;
import org.apache.james.mailbox.cassandra.modules.CassandraSubscriptionModule;
import org.apache.james.mailbox.cassandra.modules.CassandraThreadModule;
import org.apache.james.mailbox.cassandra.modules.CassandraUidModule;

/** The tables of the mailboxes, and one instance of what reads and writes each of them. */
final class MailboxTables extends AbstractModule {
    private static final List<Class<?>> ACCESS =
            List.of(
                    CassandraACLDAOV1.class,
                    CassandraACLDAOV2.class,
                    CassandraApplicableFlagDAO.class,
                    CassandraAttachmentDAOV2.class,
                    CassandraAttachmentMessageIdDAO.class,
                    CassandraDeletedMessageDAO.class,
                    CassandraFirstUnseenDAO.class,
                    CassandraMailboxCounterDAO.class,
                    CassandraMailboxDAO.class,
                    CassandraMailboxPathV3DAO.class,
                    CassandraMailboxRecentsDAO.class,
                    CassandraMessageDAO.class,
                    CassandraMessageDAOV3.class,
                    CassandraMessageIdDAO.class,
                    CassandraMessageIdToImapUidDAO.class,
                    CassandraThreadDAO.class,
                    CassandraThreadLookupDAO.class,
                    CassandraUserMailboxRightsDAO.class);

    @Override
    protected void configure() {
        ACCESS.forEach(access -> bind(access).in(Scopes.SINGLETON));
        Tables.add(
                binder(),
                CassandraAclModule.MODULE,
                CassandraAnnotationModule.MODULE,
                CassandraApplicableFlagsModule.MODULE,
                CassandraAttachmentModule.MODULE,
                CassandraDeletedMessageModule.MODULE,
                CassandraFirstUnseenModule.MODULE,
                CassandraMailboxCounterModule.MODULE,
                CassandraMailboxModule.MODULE,
                CassandraMailboxRecentsModule.MODULE,
                CassandraMessageModule.MODULE,
                CassandraModSeqModule.MODULE,
                CassandraSubscriptionModule.MODULE,
                CassandraThreadModule.MODULE,
                CassandraUidModule.MODULE);
    }
}
