package org.jamestandem.distribution.smtp;

import io.netty.channel.Channel;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.Encryption;
import org.apache.james.protocols.netty.NettyProtocolTransport;

/**
 * Answers STARTTLS on the connection's own thread, where the answer is out before TLS begins. From
 * any other thread it might be encrypted already.
 */
final class OrderedStartTls extends NettyProtocolTransport {
    private final Channel channel;

    OrderedStartTls(Channel channel, Encryption encryption, boolean proxyRequired) {
        super(channel, encryption, proxyRequired);
        this.channel = channel;
    }

    @Override
    protected void writeToClient(byte[] bytes, ProtocolSession session, boolean startTls) {
        if (startTls) {
            channel.eventLoop().execute(() -> super.writeToClient(bytes, session, true));
        } else {
            super.writeToClient(bytes, session, false);
        }
    }
}
