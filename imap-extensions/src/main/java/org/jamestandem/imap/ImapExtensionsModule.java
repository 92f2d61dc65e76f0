package org.jamestandem.imap;

import com.google.inject.AbstractModule;

/**
 * The {@code guice.extension.module} entry of {@code extensions.properties}: binds the ports of our
 * IMAP commands to what serves them on this server. {@link TandemImapPackage} needs it.
 */
public final class ImapExtensionsModule extends AbstractModule {}
