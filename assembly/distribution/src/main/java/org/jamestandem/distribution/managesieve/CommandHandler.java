package org.jamestandem.distribution.managesieve;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.managesieve.api.Session;
import org.apache.james.managesieve.transcode.ManageSieveProcessor;
import org.apache.james.managesieveserver.netty.ManageSieveChannelUpstreamHandler;
import org.apache.james.managesieveserver.netty.NettyConstants;
import org.apache.james.protocols.netty.Encryption;

/** James' commands; once TLS is on the capabilities are told again (RFC 5804 §2.2). */
final class CommandHandler extends ManageSieveChannelUpstreamHandler {
    private final ManageSieveProcessor processor;

    CommandHandler(ManageSieveProcessor processor, Encryption encryption, int longestLine) {
        super(processor, encryption, longestLine);
        this.processor = processor;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        Channel channel = context.channel();
        Session session = channel.attr(NettyConstants.SESSION_ATTRIBUTE_KEY).get();
        boolean securedBefore = session.isSslEnabled();
        try {
            super.channelRead(context, message);
        } finally {
            channel.config().setAutoRead(true);
        }
        if (!securedBefore && session.isSslEnabled()) {
            channel.attr(NettyConstants.RESPONSE_WRITER_ATTRIBUTE_KEY)
                    .get()
                    .write(capabilitiesInTls() + "OK\r\n");
        }
    }

    private String capabilitiesInTls() {
        return processor
                .getAdvertisedCapabilities()
                .lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("\"starttls\""))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }
}
