package org.jamestandem.pop3.undo.james;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.name.Names;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.inmemory.manager.InMemoryIntegrationResources;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.vault.DeletedMessageVault;
import org.junit.jupiter.api.Test;

/** What this server keeps of removed mail. */
class CopiesOfServerTest {
    private static final String WITH_HOOK =
            "<listeners><preDeletionHook>"
                    + "<class>org.apache.james.vault.DeletedMessageVaultHook</class>"
                    + "</preDeletionHook></listeners>";
    private static final Module VAULT =
            binder -> binder.bind(DeletedMessageVault.class).toInstance(new MapVault());

    @Test
    void aServerWithAVaultAndItsHookKeepsCopies() {
        assertThat(copies(WITH_HOOK, VAULT).areKept()).isTrue();
    }

    @Test
    void aVaultThatNothingFillsKeepsNone() {
        assertThat(copies("<listeners/>", VAULT).areKept()).isFalse();
    }

    @Test
    void aServerWithoutAVaultKeepsNone() {
        assertThat(copies(WITH_HOOK, binder -> {})).isSameAs(Copies.NONE);
    }

    private static Copies copies(String listeners, Module vault) {
        MailboxManager mailboxes =
                InMemoryIntegrationResources.defaultResources().getMailboxManager();
        return Guice.createInjector(
                        vault,
                        binder -> {
                            binder.bind(MailboxManager.class)
                                    .annotatedWith(Names.named("mailboxmanager"))
                                    .toInstance(mailboxes);
                            binder.bind(ConfigurationProvider.class)
                                    .toInstance((component, origin) -> read(listeners));
                        })
                .createChildInjector()
                .getInstance(CopiesOfServer.class)
                .get();
    }

    private static HierarchicalConfiguration<ImmutableNode> read(String text)
            throws ConfigurationException {
        XMLConfiguration xml = new XMLConfiguration();
        new FileHandler(xml).load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return xml;
    }
}
