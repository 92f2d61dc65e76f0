package org.jamestandem.imap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.james.core.Username;
import org.jamestandem.imap.metadata.memory.MemoryPrivateEntries;
import org.junit.jupiter.api.Test;

class PrivateEntryRowsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Username BOB = Username.of("bob@example.org");
    private static final Username ROBERT = Username.of("robert@example.org");
    private static final PrivateEntry COMMENT = new PrivateEntry("/private/comment", "bob's");
    private static final PrivateEntry COLOUR = new PrivateEntry("/private/vendor/x/colour", "red");

    private final PrivateEntries entries = new MemoryPrivateEntries();
    private final PrivateEntryRows rows = new PrivateEntryRows(entries);

    private void set(Username user, PrivateEntry entry) {
        entries.set(user.asString(), "1", entry).block(PATIENCE);
    }

    private List<PrivateEntry> of(Username user) {
        return entries.of(user.asString(), "1").collectList().block(PATIENCE);
    }

    @Test
    void aRenamedUserKeepsThem() {
        set(BOB, COMMENT);
        rows.copy(BOB, ROBERT).block(PATIENCE);
        rows.forget(BOB).block(PATIENCE);
        assertThat(of(ROBERT)).containsExactly(COMMENT);
        assertThat(of(BOB)).isEmpty();
    }

    @Test
    void whatTheNewNameHasIsKeptAndACopyMayBeRepeated() {
        PrivateEntry roberts = new PrivateEntry(COMMENT.name(), "robert's");
        set(BOB, COMMENT);
        set(BOB, COLOUR);
        set(ROBERT, roberts);
        rows.copy(BOB, ROBERT).block(PATIENCE);
        rows.copy(BOB, ROBERT).block(PATIENCE);
        assertThat(of(ROBERT)).containsExactly(roberts, COLOUR);
    }
}
