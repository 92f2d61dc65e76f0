package org.jamestandem.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Module;
import java.util.List;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.inmemory.InMemoryMailboxManager;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;
import org.junit.jupiter.api.Test;

class StateChoiceTest {
    private static final Module CASSANDRA = bound(CqlSession.class, StoreMailboxManager.class);
    private static final Module MEMORY = bound(Runnable.class, InMemoryMailboxManager.class);
    private static final Module FILES = bound(Runnable.class, StoreMailboxManager.class);

    @Test
    void autoFollowsTheServersSession() {
        assertThat(choice("auto", CASSANDRA).storage()).isEqualTo(StateStorage.CASSANDRA);
    }

    @Test
    void autoFollowsMailboxesInMemory() {
        assertThat(choice("auto", MEMORY).storage()).isEqualTo(StateStorage.MEMORY);
    }

    @Test
    void autoNeverForgetsStateOnAServerThatKeepsMail() {
        assertThatThrownBy(() -> choice("auto", FILES).storage())
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("tandem.xml: tandem/state = 'auto' is not valid")
                .hasMessageEndingWith("for example <state>memory</state>");
    }

    @Test
    void memoryCanBeAskedForAnywhere() {
        for (Module server : List.of(CASSANDRA, MEMORY, FILES)) {
            assertThat(choice("memory", server).storage()).isEqualTo(StateStorage.MEMORY);
        }
    }

    @Test
    void cassandraNeedsASession() {
        assertThat(choice("cassandra", CASSANDRA).storage()).isEqualTo(StateStorage.CASSANDRA);
        assertThatThrownBy(() -> choice("cassandra", MEMORY).storage())
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("tandem.xml: tandem/state = 'cassandra' is not valid");
    }

    private static StateChoice choice(String state, Module server) {
        ImmutableNode root =
                new ImmutableNode.Builder()
                        .name("tandem")
                        .addChild(new ImmutableNode.Builder().name("state").value(state).create())
                        .create();
        return new StateChoice(
                new TandemSettings(Settings.of(TandemSettings.FILE, root)),
                Guice.createInjector(server));
    }

    /** A server that never creates what it has bound. */
    private static <T> Module bound(
            Class<T> something, Class<? extends StoreMailboxManager> mailboxes) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(something).toProvider(() -> fail(something));
                bind(MailboxManager.class).to(StoreMailboxManager.class);
                if (mailboxes == StoreMailboxManager.class) {
                    bind(StoreMailboxManager.class).toProvider(() -> fail(mailboxes));
                } else {
                    bind(StoreMailboxManager.class).to(mailboxes);
                    bind(InMemoryMailboxManager.class)
                            .toProvider(() -> fail(InMemoryMailboxManager.class));
                }
            }
        };
    }

    private static <T> T fail(Class<? extends T> type) {
        throw new AssertionError("created: " + type);
    }
}
