package org.jamestandem.pop3.undo.james;

import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.vault.DeletedMessageVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the server's vault. There may be none, nor even its classes; and there may be one that
 * nothing fills, because {@code listeners.xml} does not name its hook.
 */
@Singleton
public final class CopiesOfServer implements Provider<Copies> {
    private static final Logger LOGGER = LoggerFactory.getLogger(CopiesOfServer.class);
    private static final String VAULT = "org.apache.james.vault.DeletedMessageVault";
    private static final String HOOK = "org.apache.james.vault.DeletedMessageVaultHook";

    private final Injector injector;
    private final MailboxManager mailboxes;
    private final ConfigurationProvider configurations;

    @Inject
    CopiesOfServer(
            Injector injector,
            @Named("mailboxmanager") MailboxManager mailboxes,
            ConfigurationProvider configurations) {
        this.injector = injector;
        this.mailboxes = mailboxes;
        this.configurations = configurations;
    }

    @Override
    public Copies get() {
        boolean kept = hasVault() && isFilled();
        if (!kept) {
            LOGGER.warn(
                    "What POP3 clients remove for everybody is not restorable: the server has no"
                            + " deleted-messages vault, or listeners.xml has no"
                            + " <preDeletionHook><class>{}</class></preDeletionHook>",
                    HOOK);
        }
        return hasVault() ? Vault.copies(injector, mailboxes, kept) : Copies.NONE;
    }

    private boolean hasVault() {
        return Stream.iterate(injector, one -> one != null, Injector::getParent)
                .flatMap(one -> one.getBindings().keySet().stream())
                .anyMatch(CopiesOfServer::isVault);
    }

    private static boolean isVault(Key<?> key) {
        return key.getAnnotationType() == null
                && key.getTypeLiteral().getRawType().getName().equals(VAULT);
    }

    private boolean isFilled() {
        try {
            return List.of(
                            configurations
                                    .getConfiguration("listeners")
                                    .getStringArray("preDeletionHook.class"))
                    .contains(HOOK);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("listeners.xml cannot be read", e);
        }
    }

    /** Keeps the vault's classes away from a server that has none. */
    private static final class Vault {
        static Copies copies(Injector injector, MailboxManager mailboxes, boolean kept) {
            return new VaultCopies(
                    injector.getInstance(DeletedMessageVault.class), mailboxes, kept);
        }
    }
}
