package org.jamestandem.benchmarks.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jamestandem.testkit.corpus.RandomMail;

/**
 * The messages of a benchmark: the test kit's random mail, every eighth with an attachment of tens
 * of kilobytes. Only what every server stores: a header first, lines that end with CRLF.
 */
final class Corpus {
    private static final int DIFFERENT = 200;
    private static final int EVERY = 8;

    private final List<byte[]> messages;

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
