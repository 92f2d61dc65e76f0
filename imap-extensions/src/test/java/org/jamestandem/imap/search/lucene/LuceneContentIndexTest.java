package org.jamestandem.imap.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jamestandem.imap.search.Keys.body;
import static org.jamestandem.imap.search.Keys.not;

import java.io.IOException;
import org.jamestandem.imap.search.IndexedSearchEngine;
import org.jamestandem.imap.search.SearchEngine;
import org.jamestandem.imap.search.SearchEngineContract;
import org.jamestandem.imap.search.TestMailbox;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.text.AttachmentReader;
import org.jamestandem.imap.text.MessageReader;
import org.jamestandem.imap.text.TextLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LuceneContentIndexTest implements SearchEngineContract {
    private static final MessageReader CUTTING =
            new MessageReader(TextLimits.GENEROUS.withCharacters(1500), AttachmentReader.NONE);

    private final LuceneContentIndex index = LuceneContentIndex.inMemory();
    private final SearchEngine engine = new IndexedSearchEngine(index);

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Override
    public SearchEngine engine() {
        return engine;
    }

    @Override
    public void index(TestMailbox mailbox, long uid) {
        index.add(mailbox.mailbox(), uid, mailbox.text(uid, CUTTING)).block();
    }

    @Test
    void whatIsIndexedWholeIsNotRead() {
        TestMailbox mailbox = new TestMailbox("whole");
        index(mailbox, mailbox.add("\nfirst\n"));
        index(mailbox, mailbox.add("\nsecond\n"));

        assertThat(engine.search(mailbox, not(body("irs"))).block()).isEqualTo(Uids.of(2));
        assertThat(mailbox.reads()).isZero();
    }

    @Test
    void onlyWhatDecidesIsRead() {
        TestMailbox mailbox = new TestMailbox("few");
        index(mailbox, mailbox.add("\nfirst\n"));
        mailbox.add("\nfirst again\n");

        assertThat(engine.search(mailbox, body("first")).block()).isEqualTo(Uids.of(1, 2));
        assertThat(mailbox.reads()).isEqualTo(1);
    }

    @Test
    void addingAgainReplaces() {
        TestMailbox one = new TestMailbox("again");
        one.add("\nfirst\n");
        TestMailbox other = new TestMailbox("again");
        other.add("\nsecond\n");
        index(one, 1);
        index(other, 1);

        assertThat(engine.search(other, body("first")).block()).isEqualTo(Uids.NONE);
        assertThat(engine.search(other, body("second")).block()).isEqualTo(Uids.of(1));
        assertThat(other.reads()).isZero();
    }

    @Test
    void mailboxesAreKeptApart() {
        TestMailbox one = new TestMailbox("m");
        TestMailbox other = new TestMailbox("m/1");
        index(one, one.add("\nfirst\n"));
        index(other, other.add("\nsecond\n"));

        assertThat(engine.search(one, body("second")).block()).isEqualTo(Uids.NONE);
        assertThat(engine.search(other, body("second")).block()).isEqualTo(Uids.of(1));
    }

    @Test
    void whatIsRemovedIsInDoubtAgain() {
        TestMailbox mailbox = new TestMailbox("removed");
        index(mailbox, mailbox.add("\nfirst\n"));
        index(mailbox, mailbox.add("\nsecond\n"));
        index.remove("removed", Uids.of(1)).block();

        assertThat(engine.search(mailbox, body("first")).block()).isEqualTo(Uids.of(1));
        assertThat(mailbox.reads()).isEqualTo(1);

        index.removeMailbox("removed").block();
        assertThat(engine.search(mailbox, body("second")).block()).isEqualTo(Uids.of(2));
        assertThat(mailbox.reads()).isEqualTo(3);
    }

    @Test
    @Tag("full")
    void thousandsOfRandomProgramsGiveTheAnswerOfAScan() {
        compare(System.nanoTime(), 40, 100, 1000);
    }
}
