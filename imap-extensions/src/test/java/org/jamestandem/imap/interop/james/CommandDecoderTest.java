package org.jamestandem.imap.interop.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.protocols.netty.CommandInjectionDetectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class CommandDecoderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Command(String text) implements ImapMessage {}

    /** Before TLS. */
    private static final class PlainSession extends FakeImapSession {
        private final boolean tlsOffered;

        PlainSession(boolean tlsOffered) {
            this.tlsOffered = tlsOffered;
        }

        @Override
        public boolean needsCommandInjectionDetection() {
            return true;
        }

        @Override
        public boolean supportStartTLS() {
            return tlsOffered;
        }
    }

    @Test
    void commandsComeOneByOne() {
        EmbeddedChannel channel = channel(new PlainSession(false));

        send(channel, "a NOOP\r\nb NO");
        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("a NOOP"));
        assertThat(channel.<Command>readInbound()).isNull();

        send(channel, "OP\r\n");
        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("b NOOP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 70_000, 200_000})
    void commandBehindALineThatIsTooLongIsRead(int packet) {
        EmbeddedChannel channel = channel(new PlainSession(false));
        String text = "a " + "x".repeat(100_000) + "\r\nb NOOP\r\n";
        int refusals = 0;
        for (int i = 0; i < text.length(); i += packet) {
            try {
                send(channel, text.substring(i, Math.min(text.length(), i + packet)));
            } catch (TooLongFrameException e) {
                refusals++;
            }
        }

        assertThat(refusals).isEqualTo(1);
        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("b NOOP"));
    }

    @Test
    void refusedStartTlsIsACommandLikeAnyOther() {
        EmbeddedChannel channel = channel(new PlainSession(false));

        send(channel, "a STARTTLS\r\nb NOOP\r\n");

        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("a STARTTLS"));
        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("b NOOP"));
    }

    @Test
    void nothingMayComeWithStartTls() {
        EmbeddedChannel channel = channel(new PlainSession(true));

        assertThatThrownBy(() -> send(channel, "a STARTTLS\r\nb LOGIN eve secret\r\n"))
                .isInstanceOf(CommandInjectionDetectedException.class);
        assertThat(channel.<Command>readInbound()).isNull();
    }

    @Test
    void nothingMayComeBetweenStartTlsAndTls() {
        EmbeddedChannel channel = channel(new PlainSession(true));
        send(channel, "a starttls\r\n");
        assertThat(channel.<Command>readInbound()).isEqualTo(new Command("a starttls"));

        assertThatThrownBy(() -> send(channel, "b LOGIN eve secret\r\n"))
                .isInstanceOf(CommandInjectionDetectedException.class);
    }

    private static EmbeddedChannel channel(ImapSession session) {
        EmbeddedChannel channel =
                new EmbeddedChannel(
                        new CommandDecoder(CommandDecoderTest::decode, WireLimits.DEFAULT),
                        new Answering());
        channel.attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).set(session);
        return channel;
    }

    /** Answers every command at once. */
    private static final class Answering extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.channel()
                    .attr(NettyConstants.LINEARALIZER_ATTRIBUTE_KEY)
                    .get()
                    .execute(Mono.empty())
                    .block(PATIENCE);
            context.fireChannelRead(message);
        }
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        channel.runPendingTasks();
        channel.checkException();
    }

    private static ImapMessage decode(ImapRequestLineReader line, ImapSession session) {
        try {
            String tag = line.atom();
            String name = line.atom();
            return new Command(tag + " " + name);
        } catch (DecodingException e) {
            return new Command("");
        }
    }
}
