package org.jamestandem.imap;

import com.google.common.collect.ImmutableList;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.RunArguments;
import org.apache.james.core.Username;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.imapserver.netty.IMAPServerFactory;
import org.apache.james.lifecycle.api.ConfigurationSanitizer;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.modules.protocols.IMAPServerModule;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.ExtensionConfiguration;
import org.apache.james.utils.GuiceGenericLoader;
import org.apache.james.utils.GuiceProbe;
import org.apache.james.utils.InitializationOperation;

/**
 * James' IMAP server in this process, on a free port, over mailboxes in memory, with the packages
 * and modules that configuration files would name.
 */
public final class InProcessImap implements AutoCloseable {
    private final Injector injector;
    private final IMAPServerFactory servers;

    private InProcessImap(
            Class<? extends ImapPackage> imapPackage,
            List<Class<?>> modules,
            String options,
            String settings) {
        this.injector =
                Guice.createInjector(
                        new MemoryMailboxes(),
                        new MemoryUsers(),
                        new IMAPServerModule(),
                        new Surroundings(configuration(imapPackage, options), settings, modules));
        this.servers = injector.getInstance(IMAPServerFactory.class);
    }

    /** As an operator sets it up who follows our installation page. */
    public static InProcessImap tandem() throws Exception {
        return tandem("");
    }

    /** The same with further elements in {@code <imapserver>}. */
    public static InProcessImap tandem(String options) throws Exception {
        return start(TandemImapPackage.class, List.of(ImapExtensionsModule.class), options, "");
    }

    /** The same with that {@code tandem.xml}. */
    public static InProcessImap tandemWithSettings(String settings) throws Exception {
        return start(TandemImapPackage.class, List.of(ImapExtensionsModule.class), "", settings);
    }

    /** Without any class of ours. */
    public static InProcessImap stock() throws Exception {
        return start(StockPackage.class, List.of(), "", "");
    }

    private static InProcessImap start(
            Class<? extends ImapPackage> imapPackage,
            List<Class<?>> modules,
            String options,
            String settings)
            throws Exception {
        InProcessImap imap = new InProcessImap(imapPackage, modules, options, settings);
        ConfigurationProvider configurations = imap.get(ConfigurationProvider.class);
        imap.servers.configure(configurations.getConfiguration("imapserver"));
        imap.servers.init();
        return imap;
    }

    /** An object of the server, such as its {@code MailboxManager}. */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** An object that our extensions use, such as a port of ours. */
    public <T> T ours(Class<T> type) throws Exception {
        return type.cast(
                injector.getInstance(GuiceGenericLoader.class)
                        .instantiate(new ClassName(type.getName())));
    }

    /** A connection on which nobody is logged in. */
    public ImapConnection connect() throws Exception {
        return new ImapConnection(
                servers.getServers().get(0).getListenAddresses().get(0).getPort());
    }

    /** A connection of a user who is logged in. */
    public ImapConnection login(String user) throws Exception {
        ImapConnection connection = connect();
        connection.ok("LOGIN " + user + " " + MemoryMailboxes.PASSWORD);
        return connection;
    }

    /** Replaces an entry of James' own list, as anything but our commands would. */
    public void setRights(Username owner, String mailbox, String entry, String rights)
            throws MailboxException {
        MailboxManager manager = get(MailboxManager.class);
        manager.applyRightsCommand(
                MailboxPath.forUser(owner, mailbox),
                MailboxACL.command()
                        .key(EntryKey.deserialize(entry))
                        .rights(Rfc4314Rights.fromSerializedRfc4314Rights(rights))
                        .asReplacement(),
                manager.createSystemSession(owner));
    }

    @Override
    public void close() {
        servers.destroy();
    }

    private static String configuration(Class<? extends ImapPackage> imapPackage, String options) {
        return """
        <imapservers>
          <imapPackages>%s</imapPackages>
          <imapserver enabled="true">
            <jmxName>imapserver-%s</jmxName>
            <bind>127.0.0.1:0</bind>
            <connectionLimit>0</connectionLimit>
            <connectionLimitPerIP>0</connectionLimitPerIP>
            <plainAuthDisallowed>false</plainAuthDisallowed>
            %s
          </imapserver>
        </imapservers>
        """
                .formatted(imapPackage.getName(), UUID.randomUUID(), options);
    }

    /** James' own package, under a name that {@code imapPackages} can hold. */
    public static final class StockPackage extends ImapPackage.Impl {
        public StockPackage() {
            super(
                    ImmutableList.copyOf(ImapPackage.DEFAULT.processors()),
                    ImmutableList.copyOf(ImapPackage.DEFAULT.decoders()),
                    ImmutableList.copyOf(ImapPackage.DEFAULT.encoders()));
        }
    }

    /** What the rest of a James server gives its IMAP module. */
    private static final class Surroundings extends AbstractModule {
        private final String imapserver;
        private final String settings;
        private final List<Class<?>> modules;

        Surroundings(String imapserver, String settings, List<Class<?>> modules) {
            this.imapserver = imapserver;
            this.settings = settings;
            this.modules = modules;
        }

        @Override
        protected void configure() {
            bind(ConfigurationProvider.class).toInstance(this::read);
            bind(FileSystem.class).toInstance(new AbsoluteFiles());
            bind(RunArguments.class).toInstance(new RunArguments(Set.of()));
            bind(GuiceGenericLoader.class).in(Scopes.SINGLETON);
            bind(ExtensionConfiguration.class)
                    .toInstance(
                            new ExtensionConfiguration(
                                    modules.stream()
                                            .map(type -> new ClassName(type.getName()))
                                            .toList(),
                                    List.of()));
            Multibinder.newSetBinder(binder(), GuiceProbe.class);
            Multibinder.newSetBinder(binder(), InitializationOperation.class);
            Multibinder.newSetBinder(binder(), ConfigurationSanitizer.class);
        }

        private HierarchicalConfiguration<ImmutableNode> read(String component, Object ignored)
                throws ConfigurationException {
            String text =
                    switch (component) {
                        case "imapserver" -> imapserver;
                        case "tandem" -> settings;
                        default -> "";
                    };
            if (text.isEmpty()) {
                return new BaseHierarchicalConfiguration();
            }
            XMLConfiguration xml = new XMLConfiguration();
            new FileHandler(xml)
                    .load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return xml;
        }
    }

    /** Certificates and keys, by absolute name; nothing else. */
    private static final class AbsoluteFiles implements FileSystem {
        @Override
        public InputStream getResource(String url) throws IOException {
            return Files.newInputStream(getFile(url).toPath());
        }

        @Override
        public File getFile(String url) throws FileNotFoundException {
            if (!url.startsWith(FILE_PROTOCOL_ABSOLUTE)) {
                throw new FileNotFoundException(url);
            }
            return new File(url.substring(FILE_PROTOCOL.length()));
        }

        @Override
        public File getBasedir() throws FileNotFoundException {
            throw new FileNotFoundException("base");
        }
    }
}
