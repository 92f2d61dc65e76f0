package org.jamestandem.benchmarks.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jamestandem.testkit.corpus.RandomMail;

/**
 * The messages of a benchmark: the test kit's random mail, every eighth with an attachment of tens
 * of kilobytes. Only what every server stores: a header first, lines that end with CRLF.
 */
final class Corpus {
    private static final int DIFFERENT = 200;
    private static final int EVERY = 8;

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:.*\r\n([ \t].*\r\n)*");

    private final List<byte[]> messages;

    private Corpus(List<byte[]> messages) {
        this.messages = messages;
    }

    Corpus(long seed) {
        Random random = new Random(seed);
        RandomMail mail = new RandomMail(random);
        messages = new ArrayList<>();
        while (messages.size() < DIFFERENT) {
            byte[] message = mail.next().octets();
            if (isStoredEverywhere(message)) {
                messages.add(
                        messages.size() % EVERY == 0 ? withAttachment(message, random) : message);
            }
        }
    }

    /**
     * The same without attachments and without Message-ID. James in memory compares what comes with
     * all that has one and is there, so that a large mailbox could not be filled.
     */
    static Corpus forLargeMailbox(long seed) {
        Random random = new Random(seed);
        RandomMail mail = new RandomMail(random);
        List<byte[]> messages = new ArrayList<>();
        while (messages.size() < DIFFERENT) {
            byte[] message = withoutMessageId(mail.next().octets());
            if (isStoredEverywhere(message)) {
                messages.add(message);
            }
        }
        return new Corpus(messages);
    }

    private static byte[] withoutMessageId(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0
                ? message
                : (MESSAGE_ID.matcher(text.substring(0, end + 2)).replaceAll("")
                                + text.substring(end + 2))
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] message(int number) {
        return messages.get(Math.floorMod(number, messages.size()));
    }

    private static boolean isStoredEverywhere(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return text.startsWith("From:")
                && !text.contains("\0")
                && text.replace("\r\n", "").chars().noneMatch(c -> c == '\r' || c == '\n');
    }

    private static byte[] withAttachment(byte[] message, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(message);
        int lines = 200 + random.nextInt(800);
        for (int i = 0; i < lines; i++) {
            byte[] line = new byte[72];
            for (int j = 0; j < line.length; j++) {
                line[j] = (byte) ('A' + random.nextInt(26));
            }
            out.writeBytes(line);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }
}
