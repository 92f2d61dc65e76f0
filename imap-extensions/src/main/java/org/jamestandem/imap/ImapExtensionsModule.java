package org.jamestandem.imap;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Scopes;
import org.jamestandem.imap.sort.MailboxSortSource;
import org.jamestandem.imap.sort.SortSource;
import org.jamestandem.kernel.settings.TandemSettings;

/**
 * The {@code guice.extension.module} entry of {@code extensions.properties}: binds the ports of our
 * IMAP commands to what serves them on this server. {@link TandemImapPackage} needs it.
 */
public final class ImapExtensionsModule extends AbstractModule {
    /**
     * James makes it with the server's own injector.
     *
     * @param settings read here, so that a bad {@code tandem.xml} stops the start
     */
    @Inject
    public ImapExtensionsModule(TandemSettings settings) {
        requireNonNull(settings);
    }

    @Override
    protected void configure() {
        bind(SortSource.class).to(MailboxSortSource.class).in(Scopes.SINGLETON);
    }
}
