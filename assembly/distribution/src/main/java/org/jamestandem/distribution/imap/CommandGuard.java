package org.jamestandem.distribution.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.NettyConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before James' decoder and hangs up on commands beyond the limits, before any of it is
 * buffered or parsed (CVE-2024-37358).
 */
final class CommandGuard extends ChannelInboundHandlerAdapter {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandGuard.class);

    private final CommandMeter meter;
    private boolean refused;

    CommandGuard(CommandLimits limits) {
        this.meter = new CommandMeter(limits);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf octets)) {
            context.fireChannelRead(message);
            return;
        }
        if (refused) {
            octets.release();
            return;
        }
        Optional<String> problem = measure(octets, isStranger(context));
        if (problem.isEmpty()) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            refuse(context, problem.get());
        }
    }

    private Optional<String> measure(ByteBuf octets, boolean stranger) {
        int index = octets.readerIndex();
        while (index < octets.writerIndex()) {
            int literal = meter.skippable(octets.writerIndex() - index);
            if (literal > 0) {
                meter.skip(literal);
                index += literal;
            } else {
                Optional<String> problem = meter.accept(octets.getByte(index), stranger);
                if (problem.isPresent()) {
                    return problem;
                }
                index++;
            }
        }
        return Optional.empty();
    }

    private void refuse(ChannelHandlerContext context, String problem) {
        refused = true;
        LOGGER.info("Hanging up on {}: {}", context.channel().remoteAddress(), problem);
        context.writeAndFlush(Unpooled.copiedBuffer("* BYE [LIMIT] " + problem + "\r\n", US_ASCII))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isStranger(ChannelHandlerContext context) {
        ImapSession session =
                context.channel().attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
        return session == null || session.getState() == ImapSessionState.NON_AUTHENTICATED;
    }
}
