package org.jamestandem.imap.sort.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.Test;

/** Random mail and random sort programs, compared with the order a naive reader would make. */
class RandomSortTest {
    private static final List<String> KEYS =
            List.of("ARRIVAL", "CC", "DATE", "FROM", "SIZE", "SUBJECT", "TO");
    private static final int MAILBOXES = 5;
    private static final int MAILS = 40;
    private static final int PROGRAMS = 60;

    private record Numbered(int number, RandomMail mail) {}

    @Test
    void randomProgramsOrderAsTheNaiveReaderDoes() throws Exception {
        try (InProcessImap server = InProcessImap.tandem()) {
            for (long seed = 1; seed <= MAILBOXES; seed++) {
                compare(server, seed);
            }
        }
    }

    private static void compare(InProcessImap server, long seed) throws Exception {
        Random random = new Random(seed);
        try (ImapConnection imap = server.login("random" + seed)) {
            imap.ok("CREATE box");
            List<Numbered> mails = new ArrayList<>();
            for (int number = 1; number <= MAILS; number++) {
                RandomMail mail = RandomMail.make(random);
                imap.append("box", mail.appendArguments(), mail.text());
                mails.add(new Numbered(number, mail));
            }
            imap.ok("SELECT box");
            for (int i = 0; i < PROGRAMS; i++) {
                compare(imap, random, seed, mails);
            }
        }
    }

    private static void compare(ImapConnection imap, Random random, long seed, List<Numbered> mails)
            throws Exception {
        List<String> criteria = criteria(random);
        int low = 1 + random.nextInt(MAILS);
        boolean flagged = random.nextBoolean();
        String command =
                "SORT (%s) UTF-8 %d:%d%s"
                        .formatted(
                                String.join(" ", criteria), low, MAILS, flagged ? " FLAGGED" : "");

        String expected =
                mails.stream()
                        .filter(mail -> mail.number() >= low)
                        .filter(mail -> !flagged || mail.mail().flagged())
                        .sorted(order(criteria))
                        .map(mail -> " " + mail.number())
                        .collect(Collectors.joining());

        assertThat(imap.ok(command))
                .as("seed %d: %s", seed, command)
                .containsExactly("* SORT" + expected);
    }

    private static List<String> criteria(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(
                        i ->
                                (random.nextInt(3) == 0 ? "REVERSE " : "")
                                        + KEYS.get(random.nextInt(KEYS.size())))
                .toList();
    }

    /** Mailbox order first, then a stable sort by each criterion, least important first. */
    private static Comparator<Numbered> order(List<String> criteria) {
        return (one, other) -> {
            for (String criterion : criteria) {
                String[] words = criterion.split(" ");
                int decision = compare(words[words.length - 1], one.mail(), other.mail());
                if (decision != 0) {
                    return words.length == 2 ? -decision : decision;
                }
            }
            return one.number() - other.number();
        };
    }

    private static int compare(String key, RandomMail one, RandomMail other) {
        return switch (key) {
            case "ARRIVAL" -> one.arrival().compareTo(other.arrival());
            case "DATE" ->
                    one.sent()
                            .orElse(one.arrival())
                            .compareTo(other.sent().orElse(other.arrival()));
            case "SIZE" -> Long.compare(one.size(), other.size());
            case "SUBJECT" -> text(RandomMail::subject, one, other);
            case "FROM" -> text(RandomMail::from, one, other);
            case "TO" -> text(RandomMail::to, one, other);
            default -> text(RandomMail::cc, one, other);
        };
    }

    /** For Latin letters upper case and decomposition say the same as RFC 5051. */
    private static int text(Function<RandomMail, String> field, RandomMail one, RandomMail other) {
        return Arrays.compareUnsigned(octets(field.apply(one)), octets(field.apply(other)));
    }

    private static byte[] octets(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                .getBytes(StandardCharsets.UTF_8);
    }
}
