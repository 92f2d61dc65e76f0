package org.jamestandem.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jamestandem.imap.search.Keys.body;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jamestandem.imap.text.MessageText;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class IndexedSearchEngineTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Knows nothing, or cannot even be asked; and takes nothing in. */
    private record BrokenIndex(Optional<RuntimeException> down) implements ContentIndex {
        @Override
        public Mono<Answer> match(String mailbox, Uids uids, Collection<ContentKey> keys) {
            return down.<Mono<Answer>>map(Mono::error)
                    .orElseGet(() -> Mono.just(Answer.unknown(uids, keys)));
        }

        @Override
        public Mono<Void> add(String mailbox, long uid, MessageText text) {
            return Mono.error(new IllegalStateException("disk full"));
        }

        @Override
        public Mono<Void> remove(String mailbox, Uids uids) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> removeMailbox(String mailbox) {
            return Mono.empty();
        }
    }

    private static TestMailbox threeMessages() {
        TestMailbox mailbox = new TestMailbox("three");
        mailbox.add("\nfirst\n");
        mailbox.add("\nsecond\n");
        mailbox.add("\nfirst again\n");
        return mailbox;
    }

    @Test
    void anIndexThatIsDownOrFullMakesNoAnswerWrong() {
        BrokenIndex down = new BrokenIndex(Optional.of(new IllegalStateException("down")));
        BrokenIndex full = new BrokenIndex(Optional.empty());

        for (ContentIndex index : new ContentIndex[] {down, full}) {
            assertThat(
                            new IndexedSearchEngine(index)
                                    .search(threeMessages(), body("first"))
                                    .block(PATIENCE))
                    .isEqualTo(Uids.of(1, 3));
        }
    }

    @Test
    void aSearchThatWouldReadTooMuchIsRefusedWithTheReason() {
        BrokenIndex down = new BrokenIndex(Optional.of(new IllegalStateException("down")));
        SearchEngine withoutIndex = new IndexedSearchEngine(down, 2);
        SearchEngine behind = new IndexedSearchEngine(new BrokenIndex(Optional.empty()), 2);

        assertThatThrownBy(() -> withoutIndex.search(threeMessages(), body("x")).block(PATIENCE))
                .isInstanceOfSatisfying(
                        SearchTooLarge.class, e -> assertThat(e.indexAvailable()).isFalse());
        assertThatThrownBy(() -> behind.search(threeMessages(), body("x")).block(PATIENCE))
                .isInstanceOfSatisfying(
                        SearchTooLarge.class, e -> assertThat(e.indexAvailable()).isTrue());
        assertThat(
                        behind.search(threeMessages(), Keys.and(Keys.uid(1), body("first")))
                                .block(PATIENCE))
                .isEqualTo(Uids.of(1));
    }
}
