package org.jamestandem.imap.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jamestandem.imap.text.AddressField;
import org.jamestandem.imap.text.MessageReader;
import org.jamestandem.imap.text.MessageText;
import org.jamestandem.imap.text.Passage;

/** Search programs whose strings stand in a mailbox, nearly stand there, or do not. */
public final class RandomKeys {
    private static final MessageReader READER = new MessageReader();

    private final Random random;
    private final TestMailbox mailbox;
    private final List<MessageText> texts = new ArrayList<>();

    public RandomKeys(Random random, TestMailbox mailbox) {
        this.random = random;
        this.mailbox = mailbox;
        mailbox.uids().stream().forEach(uid -> texts.add(mailbox.text(uid, READER)));
    }

    public SearchKey next() {
        return key(random.nextInt(4));
    }

    private SearchKey key(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? live() : content();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new SearchKey.Not(key(depth - 1));
            case 1 -> new SearchKey.Or(List.of(key(depth - 1), key(depth - 1)));
            case 2 -> new SearchKey.And(several(depth - 1));
            default -> key(depth - 1);
        };
    }

    private List<SearchKey> several(int depth) {
        List<SearchKey> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keys.add(key(depth));
        }
        return keys;
    }

    private SearchKey content() {
        MessageText text = texts.get(random.nextInt(texts.size()));
        return Keys.content(
                switch (random.nextInt(8)) {
                    case 0 -> header(text);
                    case 1 -> new ContentKey.Address(addressField(), needle(addresses(text)));
                    case 2 -> new ContentKey.Header("Subject", needle(values(text, "subject")));
                    case 3 -> new ContentKey.Sent(dateTest());
                    case 4 -> new ContentKey.Text(needle(all(text)));
                    case 5 -> file(text);
                    default -> new ContentKey.Body(needle(text.body()));
                });
    }

    private ContentKey header(MessageText text) {
        String name =
                random.nextInt(6) == 0 || text.header().isEmpty()
                        ? "X-Absent"
                        : text.header().get(random.nextInt(text.header().size())).name();
        return new ContentKey.Header(
                random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name,
                needle(values(text, name)));
    }

    private ContentKey file(MessageText text) {
        boolean name = random.nextBoolean();
        List<Passage> passages =
                text.attachments().stream()
                        .flatMap(file -> (name ? file.name() : file.text()).stream())
                        .toList();
        return name
                ? new ContentKey.AttachmentName(needle(passages))
                : new ContentKey.AttachmentBody(needle(passages));
    }

    private AddressField addressField() {
        return AddressField.values()[random.nextInt(AddressField.values().length)];
    }

    private static List<Passage> values(MessageText text, String name) {
        return text.values(name).toList();
    }

    private static List<Passage> addresses(MessageText text) {
        List<Passage> all = new ArrayList<>(values(text, "from"));
        text.addresses().values().forEach(all::addAll);
        all.addAll(values(text, "to"));
        return all;
    }

    private static List<Passage> all(MessageText text) {
        List<Passage> all = new ArrayList<>(text.body());
        text.header().forEach(line -> all.add(line.line()));
        return all;
    }

    /** A piece of one of the passages, changed now and then. */
    private Needle needle(List<Passage> passages) {
        String text =
                passages.isEmpty() || random.nextInt(20) == 0
                        ? "zcela jiný text"
                        : passages.get(random.nextInt(passages.size())).text();
        int from = random.nextInt(text.length() + 1);
        int length = random.nextInt(random.nextBoolean() ? 4 : 30);
        String piece =
                wholeCharacters(text.substring(from, Math.min(text.length(), from + length)));
        return Needle.of(
                switch (random.nextInt(8)) {
                    case 0 -> piece.toUpperCase(Locale.ROOT);
                    case 1 -> piece.toLowerCase(Locale.ROOT);
                    case 2 -> piece + "x";
                    case 3 -> piece.replace(' ', '\u00a0');
                    default -> piece;
                });
    }

    private SearchKey live() {
        return Keys.live(
                switch (random.nextInt(11)) {
                    case 0 -> new LiveKey.Keyword(keyword(), random.nextBoolean());
                    case 1 -> new LiveKey.Uid(UidRanges.between(uid(), uid()));
                    case 2 -> new LiveKey.ModSeq(random.nextInt(1000));
                    case 3 -> new LiveKey.Received(dateTest());
                    case 4 -> new LiveKey.Saved(dateTest());
                    case 5 -> new LiveKey.Larger(random.nextInt(3000));
                    case 6 -> new LiveKey.Smaller(random.nextInt(3000));
                    case 7 -> new LiveKey.ThreadId("T" + random.nextInt(20));
                    case 8 -> new LiveKey.EmailId("M" + uid());
                    case 9 ->
                            new LiveKey.Age(
                                    RandomMailbox.START.plus(Duration.ofDays(random.nextInt(20))),
                                    random.nextBoolean());
                    default -> new LiveKey.Flag(flag(), random.nextBoolean());
                });
    }

    private SystemFlag flag() {
        return SystemFlag.values()[random.nextInt(SystemFlag.values().length)];
    }

    private String keyword() {
        return RandomMailbox.KEYWORDS.get(random.nextInt(RandomMailbox.KEYWORDS.size()));
    }

    private long uid() {
        Uids uids = mailbox.uids();
        return uids.at(random.nextInt(uids.size()));
    }

    private DateTest dateTest() {
        DateTest.Relation[] relations = DateTest.Relation.values();
        LocalDate start = LocalDate.ofInstant(RandomMailbox.START, ZoneOffset.UTC);
        LocalDate day =
                random.nextBoolean()
                        ? start.plusDays(random.nextInt(20))
                        : LocalDate.of(
                                2000 + random.nextInt(4),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28));
        return new DateTest(relations[random.nextInt(relations.length)], day);
    }

    /** Without half a surrogate pair at an end: no client can send that. */
    private static String wholeCharacters(String piece) {
        return piece.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
