package org.jamestandem.kernel.state;

import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.spi.LinkedKeyBinding;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.StateStorage;
import org.jamestandem.kernel.settings.TandemSettings;

/**
 * What {@code <state>} means on this server.
 *
 * <p>Looks at what the server has bound and creates nothing: it is asked while the server is still
 * being put together, and the Cassandra driver may not even be there.
 */
public final class StateChoice {
    private static final String SESSION = "com.datastax.oss.driver.api.core.CqlSession";
    private static final String MAILBOXES = "org.apache.james.mailbox.MailboxManager";
    private static final String MEMORY_MAILBOXES =
            "org.apache.james.mailbox.inmemory.InMemoryMailboxManager";

    private final StateStorage asked;
    private final Injector server;

    /**
     * @param server the server's own injector: let Guice build a module that asks for it
     */
    @Inject
    public StateChoice(TandemSettings settings, Injector server) {
        this.asked = settings.state();
        this.server = server;
    }

    /**
     * Memory or Cassandra, never {@link StateStorage#AUTO}.
     *
     * @throws InvalidSetting when Cassandra is asked for on a server without a session, or when
     *     nothing is asked for on a server that keeps its mail elsewhere
     */
    public StateStorage storage() {
        return switch (asked) {
            case MEMORY -> StateStorage.MEMORY;
            case CASSANDRA -> cassandra();
            case AUTO -> automatic();
        };
    }

    private StateStorage cassandra() {
        if (!hasSession()) {
            throw InvalidSetting.badValue(
                    TandemSettings.FILE + ": tandem/state",
                    "cassandra",
                    "another place, since this server has no Cassandra session",
                    "<state>auto</state>");
        }
        return StateStorage.CASSANDRA;
    }

    private StateStorage automatic() {
        if (hasSession()) {
            return StateStorage.CASSANDRA;
        }
        if (!mailboxesAreInMemory()) {
            throw InvalidSetting.badValue(
                    TandemSettings.FILE + ": tandem/state",
                    "auto",
                    "memory to be asked for, since this server keeps mail but has no Cassandra"
                            + " session, and what Tandem keeps in memory is gone at a restart",
                    "<state>memory</state>");
        }
        return StateStorage.MEMORY;
    }

    private boolean hasSession() {
        return server.getAllBindings().keySet().stream().anyMatch(key -> isPlain(key, SESSION));
    }

    private boolean mailboxesAreInMemory() {
        return server.getAllBindings().keySet().stream()
                .filter(key -> isPlain(key, MAILBOXES))
                .map(this::target)
                .anyMatch(key -> typeName(key).equals(MEMORY_MAILBOXES));
    }

    private Key<?> target(Key<?> key) {
        return server.getBinding(key) instanceof LinkedKeyBinding<?> link
                ? target(link.getLinkedKey())
                : key;
    }

    private static boolean isPlain(Key<?> key, String type) {
        return key.getAnnotationType() == null && typeName(key).equals(type);
    }

    private static String typeName(Key<?> key) {
        return key.getTypeLiteral().getRawType().getName();
    }
}
