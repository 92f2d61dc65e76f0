package org.jamestandem.distribution.managesieve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import org.apache.james.managesieveserver.netty.NettyConstants;
import org.apache.james.protocols.api.CommandDetectionSession;
import org.apache.james.protocols.netty.AllButStartTlsLineBasedChannelHandler;

/**
 * Lines, with nothing let through behind STARTTLS.
 *
 * <p>James 3.8.1 looks for the session's state under a name where ManageSieve does not keep it, and
 * so takes what comes in TLS for an attack. After STARTTLS this one reads nothing until the answer
 * is out and TLS is on.
 */
final class LineFrames extends AllButStartTlsLineBasedChannelHandler {
    private static final String STARTTLS = "starttls";

    LineFrames(ChannelPipeline pipeline, int longestLine) {
        super(pipeline, longestLine, false, STARTTLS);
    }

    @Override
    protected Object decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
        Object line = super.decode(context, buffer);
        if (line instanceof ByteBuf text
                && STARTTLS.equalsIgnoreCase(text.toString(US_ASCII).strip())) {
            context.channel().config().setAutoRead(false);
        }
        return line;
    }

    @Override
    protected CommandDetectionSession retrieveSession(ChannelHandlerContext context) {
        return context.channel().attr(NettyConstants.RESPONSE_WRITER_ATTRIBUTE_KEY).get();
    }
}
