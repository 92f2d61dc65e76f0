package org.jamestandem.pop3.session.james;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.stream.ChunkedStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Netty writes at once is one system call, and often one packet. */
class StreamedResponseTest {
    private static final int PIECE = 8192;

    @Test
    void aShortAnswerIsOnePiece() throws Exception {
        InputStream text =
                new WireText(new ByteArrayInputStream("Subject: a\n".getBytes(US_ASCII)));

        assertThat(pieces(new StreamedResponse("12 octets", text)))
                .containsExactly("+OK 12 octets\r\nSubject: a\r\n.\r\n");
    }

    @Test
    void aLongListingIsSentInFullPieces() throws Exception {
        List<String> lines = IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
        String whole = "+OK all\r\n" + String.join("\r\n", lines) + "\r\n.\r\n";

        List<String> pieces = pieces(new StreamedResponse("all", new LineStream(lines.iterator())));

        assertThat(String.join("", pieces)).isEqualTo(whole);
        assertThat(pieces).hasSize((whole.length() + PIECE - 1) / PIECE);
    }

    @Test
    void itIsOverOnceAndItsTextIsClosed() throws Exception {
        AtomicInteger over = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        StreamedResponse response =
                new StreamedResponse(
                        "1 octet",
                        new ByteArrayInputStream(new byte[1]) {
                            @Override
                            public void close() {
                                closed.incrementAndGet();
                            }
                        });
        response.whenOver(over::incrementAndGet);

        pieces(response);
        response.getStream().close();

        assertThat(over).hasValue(1);
        assertThat(closed.get()).isPositive();
    }

    /** As James' transport has Netty write it. */
    private static List<String> pieces(StreamedResponse response) throws Exception {
        ChunkedStream stream = new ChunkedStream(response.getStream());
        List<String> pieces = new ArrayList<>();
        while (!stream.isEndOfInput()) {
            ByteBuf piece = stream.readChunk(UnpooledByteBufAllocator.DEFAULT);
            pieces.add(piece.toString(US_ASCII));
            piece.release();
        }
        stream.close();
        return pieces;
    }
}
