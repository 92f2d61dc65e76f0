package org.jamestandem.imap.search;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jamestandem.testkit.corpus.RandomMail;

/** Fills mailboxes with mail and flags of every kind. */
public final class RandomMailbox {
    static final List<String> KEYWORDS = List.of("$forwarded", "$junk", "důležité", "label1");
    static final Instant START = Instant.parse("2022-12-20T00:00:00Z");

    private final Random random;
    private final RandomMail mail;

    public RandomMailbox(Random random) {
        this.random = random;
        this.mail = new RandomMail(random);
    }

    public TestMailbox create(String name, int messages) {
        TestMailbox mailbox = new TestMailbox(name);
        for (int i = 0; i < messages; i++) {
            mailbox.skipUids(random.nextInt(10) == 0 ? random.nextInt(3000) : 0);
            shake(mailbox, mailbox.add(mail.next()));
        }
        return mailbox;
    }

    /** Changes all that may change in a message. */
    public void shake(TestMailbox mailbox, long uid) {
        mailbox.change(uid, this::shaken);
    }

    private LiveMessage shaken(LiveMessage message) {
        Set<SystemFlag> flags = EnumSet.noneOf(SystemFlag.class);
        for (SystemFlag flag : SystemFlag.values()) {
            if (random.nextInt(3) == 0) {
                flags.add(flag);
            }
        }
        Set<String> keywords = new HashSet<>();
        for (String keyword : KEYWORDS) {
            if (random.nextInt(4) == 0) {
                keywords.add(keyword);
            }
        }
        return new LiveMessage(
                message.uid(),
                random.nextInt(1000),
                flags,
                keywords,
                moment(),
                message.size(),
                random.nextBoolean() ? Optional.of(moment()) : Optional.empty(),
                message.emailId(),
                "T" + random.nextInt(20));
    }

    private Instant moment() {
        return START.plus(Duration.ofHours(random.nextInt(24 * 20)));
    }
}
