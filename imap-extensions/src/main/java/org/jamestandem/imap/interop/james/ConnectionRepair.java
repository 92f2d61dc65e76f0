package org.jamestandem.imap.interop.james;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imapserver.netty.ImapRequestFrameDecoder;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.imapserver.netty.NettyImapSession;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Puts {@link CommandDecoder} into a connection that James has set up.
 *
 * <p>James lets a package have commands, not decoders, and its session keeps the connection to
 * itself, so the connection is taken from the session's private field. Where there is no such field
 * the connection stays as it is, and {@link #isRepaired} says so.
 */
@Singleton
public final class ConnectionRepair {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionRepair.class);
    private static final String REPAIRED = "org.jamestandem.imap.REPAIRED";

    private final Provider<ImapDecoder> decoders;
    private final HierarchicalConfiguration<ImmutableNode> imapserver;
    private final Optional<Field> channel = channelOfSession();

    @Inject
    ConnectionRepair(Provider<ImapDecoder> decoders, ConfigurationProvider configurations)
            throws ConfigurationException {
        this.decoders = decoders;
        this.imapserver = configurations.getConfiguration("imapserver");
    }

    /** Completes when whatever the client sends next is read by our decoder. Idempotent. */
    public Mono<Void> repair(ImapSession session) {
        return Mono.defer(
                () ->
                        isRepaired(session)
                                ? Mono.empty()
                                : Mono.justOrEmpty(channel(session))
                                        .flatMap(open -> repair(session, open)));
    }

    /** Whether our decoder reads this session's commands. */
    static boolean isRepaired(ImapSession session) {
        return session.getAttribute(REPAIRED) != null;
    }

    private Mono<Void> repair(ImapSession session, Channel open) {
        return Mono.create(
                done ->
                        open.eventLoop()
                                .execute(
                                        () -> {
                                            replaceDecoder(session, open);
                                            done.success();
                                        }));
    }

    private void replaceDecoder(ImapSession session, Channel open) {
        ChannelPipeline pipeline = open.pipeline();
        if (pipeline.get(NettyConstants.REQUEST_DECODER) instanceof ImapRequestFrameDecoder) {
            int port = ((InetSocketAddress) open.localAddress()).getPort();
            pipeline.replace(
                    NettyConstants.REQUEST_DECODER,
                    NettyConstants.REQUEST_DECODER,
                    new CommandDecoder(decoders.get(), WireLimits.of(imapserver, port)));
            if (pipeline.get(NettyConstants.FRAMER) != null) {
                pipeline.remove(NettyConstants.FRAMER);
            }
            session.setAttribute(REPAIRED, true);
        }
    }

    /** From where that session's client comes; empty where James keeps it to itself. */
    public Optional<InetAddress> clientOf(ImapSession session) {
        return channel(session)
                .map(Channel::remoteAddress)
                .filter(InetSocketAddress.class::isInstance)
                .map(address -> ((InetSocketAddress) address).getAddress());
    }

    private Optional<Channel> channel(ImapSession session) {
        if (!(session instanceof NettyImapSession)) {
            return Optional.empty();
        }
        return channel.map(field -> valueOf(field, session));
    }

    private static Channel valueOf(Field field, ImapSession session) {
        try {
            return (Channel) field.get(session);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Field> channelOfSession() {
        try {
            Field field = NettyImapSession.class.getDeclaredField("channel");
            field.setAccessible(true);
            return Optional.of(field);
        } catch (NoSuchFieldException | RuntimeException e) {
            LOGGER.warn("James' IMAP sessions are not as expected; LITERAL+ is not offered", e);
            return Optional.empty();
        }
    }
}
