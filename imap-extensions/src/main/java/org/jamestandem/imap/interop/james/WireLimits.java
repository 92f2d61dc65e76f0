package org.jamestandem.imap.interop.james;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.util.Size;

/**
 * How much a client may send at once, in octets; James' own options of {@code imapserver.xml}.
 *
 * @param line longest line ({@code maxLineLength})
 * @param inMemory longest literal kept in memory ({@code inMemorySizeLimit}); longer ones are
 *     written to a file
 * @param literal longest message ({@code literalSizeLimit}); 0 for no limit
 */
record WireLimits(int line, long inMemory, long literal) {
    /** Longest literal before login. */
    static final long BEFORE_LOGIN = 8 * 1024;

    /** Longest literal that is no message but an argument, such as a mailbox name. */
    static final long ARGUMENT = 64 * 1024;

    /** Literals in one command, at most. */
    static final int LITERALS = 64;

    /** What James uses without options. */
    static final WireLimits DEFAULT =
            new WireLimits(
                    IMAPServer.DEFAULT_MAX_LINE_LENGTH,
                    IMAPServer.DEFAULT_IN_MEMORY_SIZE_LIMIT.asBytes(),
                    IMAPServer.DEFAULT_LITERAL_SIZE_LIMIT);

    /** The limits of the server that listens on that port, else of the first one. */
    static WireLimits of(HierarchicalConfiguration<ImmutableNode> imapserver, int port) {
        return imapserver.configurationsAt("imapserver").stream()
                .filter(server -> listensOn(server, port))
                .findFirst()
                .or(() -> imapserver.configurationsAt("imapserver").stream().findFirst())
                .map(WireLimits::read)
                .orElse(DEFAULT);
    }

    /** Longest command, all its literals but a message in a file included. */
    long command() {
        return line + inMemory + LITERALS * ARGUMENT;
    }

    private static boolean listensOn(HierarchicalConfiguration<ImmutableNode> server, int port) {
        return Arrays.stream(server.getString("bind", "").split(","))
                .anyMatch(address -> address.strip().endsWith(":" + port));
    }

    private static WireLimits read(HierarchicalConfiguration<ImmutableNode> server) {
        return new WireLimits(
                server.getInt("maxLineLength", DEFAULT.line()),
                size(server, "inMemorySizeLimit").orElse(DEFAULT.inMemory()),
                size(server, "literalSizeLimit").orElse(DEFAULT.literal()));
    }

    private static Optional<Long> size(
            HierarchicalConfiguration<ImmutableNode> server, String option) {
        return Optional.ofNullable(server.getString(option, null))
                .map(Size::parse)
                .map(Size::asBytes);
    }
}
