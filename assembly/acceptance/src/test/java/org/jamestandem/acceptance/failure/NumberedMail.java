package org.jamestandem.acceptance.failure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jamestandem.testkit.james.James;

/** Mail that says in its header which one it is, and a look at which ones a mailbox holds. */
final class NumberedMail {
    private static final Pattern NUMBER = Pattern.compile("X-Number: (\\d+)");

    private NumberedMail() {}

    static String text(int number) {
        return "From: a@cluster.example\r\nSubject: mail\r\nX-Number: "
                + number
                + "\r\n\r\nThe body of "
                + number
                + "\r\n";
    }

    /** Fills INBOX with the numbers from 1 on. */
    static void fill(James node, String user, int count) throws IOException {
        try (Lines imap = Lines.imap(node, user)) {
            imap.imap("CREATE Kept");
            for (int i = 1; i <= count; i++) {
                imap.append(text(i));
            }
        }
    }

    /** The numbers in a mailbox, each as often as it is there; the bodies are read too. */
    static List<Integer> in(James node, String user, String mailbox) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (Lines imap = Lines.imap(node, user)) {
            imap.imap("EXAMINE " + mailbox);
            for (String line : imap.imap("UID FETCH 1:* (BODY.PEEK[])")) {
                Matcher number = NUMBER.matcher(line);
                if (number.matches()) {
                    numbers.add(Integer.valueOf(number.group(1)));
                }
            }
        }
        return numbers;
    }
}
