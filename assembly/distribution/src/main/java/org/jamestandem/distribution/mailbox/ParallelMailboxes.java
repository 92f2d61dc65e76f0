package org.jamestandem.distribution.mailbox;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Scopes;
import com.google.inject.util.Modules;
import org.apache.james.mailbox.cassandra.CassandraMailboxSessionMapperFactory;
import org.apache.james.mailbox.cassandra.DeleteMessageListener;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.UidProvider;

/** Puts this package's classes in the place of James' own. */
public final class ParallelMailboxes extends AbstractModule {
    private ParallelMailboxes() {}

    /**
     * @param james binds James' Cassandra mailboxes
     */
    public static Module over(Module james) {
        return Modules.override(james).with(new ParallelMailboxes());
    }

    @Override
    protected void configure() {
        bind(MessageTables.class).in(Scopes.SINGLETON);
        bind(MailboxUids.class).in(Scopes.SINGLETON);
        bind(UidProvider.class).to(MailboxUids.class);
        bind(MailboxModSeqs.class).in(Scopes.SINGLETON);
        bind(ModSeqProvider.class).to(MailboxModSeqs.class);
        bind(ParallelMapperFactory.class).in(Scopes.SINGLETON);
        bind(CassandraMailboxSessionMapperFactory.class).to(ParallelMapperFactory.class);
        bind(ParallelDeletion.class).in(Scopes.SINGLETON);
        bind(DeleteMessageListener.class).to(ParallelDeletion.class);
    }
}
