package org.jamestandem.distribution.mailbox;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.cassandra.CassandraMailboxSessionMapperFactory;
import org.apache.james.mailbox.cassandra.ids.CassandraId;
import org.apache.james.mailbox.cassandra.ids.CassandraMessageId;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.mail.AttachmentMapper;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageUidProvider;
import org.apache.james.utils.UpdatableTickingClock;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.configuration.ShippedConf;
import org.jamestandem.distribution.server.Composition;
import org.jamestandem.distribution.single.CassandraForm;
import org.jamestandem.testkit.servers.CassandraServer;
import org.jamestandem.testkit.servers.TestServers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The mailboxes of our composition on a real Cassandra, for the contracts that James has for its
 * own. One composition for a test class and all classes within it.
 */
final class ComposedMailboxes implements BeforeAllCallback, AfterAllCallback, MapperProvider {
    private static final MailboxSession NO_SESSION = null;

    private final CassandraServer cassandra = TestServers.cassandra();
    private final UpdatableTickingClock clock = new UpdatableTickingClock(Instant.now());
    private final MessageUidProvider uids = new MessageUidProvider();
    private final CassandraMessageId.Factory messageIds = new CassandraMessageId.Factory();
    private Injector parts;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (isOutermost(context)) {
            cassandra.beforeAll(context);
            ServerConfiguration configuration = new ServerConfiguration(folders(), 0);
            parts =
                    Composition.of(
                            new CassandraForm(),
                            configuration,
                            binder -> binder.bind(Clock.class).toInstance(clock));
        }
    }

    private Folders folders() throws IOException {
        Path home = Files.createTempDirectory("composed-mailboxes");
        Folders folders = ShippedConf.copiedTo(home);
        Files.writeString(
                folders.conf().resolve("cassandra.properties"),
                """
                cassandra.nodes=%s:%d
                cassandra.local.dc=%s
                cassandra.keyspace=%s
                """
                        .formatted(
                                cassandra.host(),
                                cassandra.port(),
                                cassandra.datacenter(),
                                cassandra.keyspace()));
        Files.writeString(
                folders.conf().resolve("cassandra-driver.conf"),
                "%ndatastax-java-driver.advanced.request-tracker.classes = [%s]%n"
                        .formatted(CountedRequests.class.getName()),
                StandardOpenOption.APPEND);
        return folders;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (isOutermost(context)) {
            part(CqlSession.class).close();
            cassandra.afterAll(context);
        }
    }

    private static boolean isOutermost(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null;
    }

    <T> T part(Class<T> type) {
        return parts.getInstance(type);
    }

    /** The contracts make mailboxes of the same names again and again. */
    MapperProvider withoutMailboxes() {
        MailboxMapper mailboxes = createMailboxMapper();
        mailboxes.list().concatMap(mailboxes::delete).blockLast();
        return this;
    }

    UpdatableTickingClock clock() {
        return clock;
    }

    private CassandraMailboxSessionMapperFactory mappers() {
        return part(CassandraMailboxSessionMapperFactory.class);
    }

    @Override
    public List<Capabilities> getSupportedCapabilities() {
        return List.of(Capabilities.values());
    }

    @Override
    public MailboxMapper createMailboxMapper() {
        return mappers().getMailboxMapper(NO_SESSION);
    }

    @Override
    public MessageMapper createMessageMapper() {
        return mappers().getMessageMapper(NO_SESSION);
    }

    @Override
    public MessageIdMapper createMessageIdMapper() {
        return mappers().getMessageIdMapper(NO_SESSION);
    }

    @Override
    public AttachmentMapper createAttachmentMapper() {
        return mappers().createAttachmentMapper(NO_SESSION);
    }

    @Override
    public MailboxId generateId() {
        return CassandraId.timeBased();
    }

    @Override
    public MessageUid generateMessageUid() {
        return uids.next();
    }

    @Override
    public ModSeq generateModSeq(Mailbox mailbox) throws MailboxException {
        return part(ModSeqProvider.class).nextModSeq(mailbox);
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
        return part(ModSeqProvider.class).highestModSeq(mailbox);
    }

    @Override
    public boolean supportPartialAttachmentFetch() {
        return true;
    }

    @Override
    public MessageId generateMessageId() {
        return messageIds.generate();
    }
}
