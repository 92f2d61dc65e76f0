package org.jamestandem.imap.interop.james;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the octets of a command lie: what came before a long literal, the literal in its file, and
 * what the connection has now.
 */
final class CommandOctets {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandOctets.class);

    private ByteBuf before = Unpooled.EMPTY_BUFFER;
    private ByteBuf now = Unpooled.EMPTY_BUFFER;
    private Optional<SpooledLiteral> spooled = Optional.empty();
    private boolean spooledTaken;

    /** Starts reading the command from its first octet. */
    void restart(ByteBuf connection) {
        before.readerIndex(0);
        now = connection;
        spooledTaken = spooled.isEmpty();
    }

    /** The buffer the next octet comes from. */
    ByteBuf source() {
        return spooledTaken ? now : before;
    }

    /** The literal in its file, once, when everything before it has been read. */
    Optional<SpooledLiteral> takeSpooled() {
        if (spooledTaken || before.isReadable()) {
            return Optional.empty();
        }
        spooledTaken = true;
        return spooled;
    }

    /** From now on {@code read} octets of the connection are kept, and the literal is in a file. */
    void spool(byte[] read, SpooledLiteral literal) {
        before = Unpooled.wrappedBuffer(read);
        spooled = Optional.of(literal);
    }

    boolean hasSpooled() {
        return spooled.isPresent();
    }

    /**
     * Forgets the command.
     *
     * @param handedOver whether somebody else closes the literal
     */
    void clear(boolean handedOver) {
        if (!handedOver) {
            spooled.ifPresent(CommandOctets::delete);
        }
        before = Unpooled.EMPTY_BUFFER;
        now = Unpooled.EMPTY_BUFFER;
        spooled = Optional.empty();
        spooledTaken = false;
    }

    private static void delete(SpooledLiteral literal) {
        try {
            literal.close();
        } catch (IOException e) {
            LOGGER.warn("The file of an unfinished literal stays behind", e);
        }
    }
}
