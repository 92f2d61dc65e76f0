package org.jamestandem.distribution.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.wire.Conversation;

/** Hands messages to the server through its LMTP listener (RFC 2033). */
final class Delivery implements Closeable {
    private final Conversation lmtp;

    Delivery(Listener listener) throws IOException {
        this.lmtp = Conversation.with(listener);
        lmtp.expectReply("220");
        lmtp.say("LHLO localhost").expectReply("250");
    }

    /**
     * @param content with LF line ends
     * @throws IOException when a recipient does not get it
     */
    void deliver(String sender, List<String> recipients, String content) throws IOException {
        lmtp.say("MAIL FROM:<" + sender + ">").expectReply("250");
        for (String recipient : recipients) {
            lmtp.say("RCPT TO:<" + recipient + ">").expectReply("250");
        }
        lmtp.say("DATA").expectReply("354");
        lmtp.sendRaw(stuffed(content).getBytes(UTF_8)).say(".");
        for (int i = 0; i < recipients.size(); i++) {
            lmtp.expectReply("250");
        }
    }

    private static String stuffed(String content) {
        String ended = content.endsWith("\n") ? content : content + "\n";
        return ended.replaceAll("(?m)^\\.", "..").replace("\n", "\r\n");
    }

    @Override
    public void close() throws IOException {
        lmtp.say("QUIT");
        lmtp.close();
    }
}
