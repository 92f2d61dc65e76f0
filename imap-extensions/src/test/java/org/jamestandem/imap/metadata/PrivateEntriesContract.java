package org.jamestandem.imap.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link PrivateEntries} promises. */
public interface PrivateEntriesContract {
    Duration PATIENCE = Duration.ofSeconds(30);
    PrivateEntry COMMENT = new PrivateEntry("/private/comment", "mine");
    PrivateEntry COLOUR = new PrivateEntry("/private/vendor/x/colour", "");

    PrivateEntries testee();

    private static String unused() {
        return UUID.randomUUID().toString();
    }

    private void set(String user, String mailbox, PrivateEntry entry) {
        testee().set(user, mailbox, entry).block(PATIENCE);
    }

    private List<PrivateEntry> of(String user, String mailbox) {
        return testee().of(user, mailbox).collectList().block(PATIENCE);
    }

    private List<String> mailboxes(String user) {
        return testee().mailboxes(user).collectList().block(PATIENCE);
    }

    @Test
    default void entriesComeBackByName() {
        String bob = unused();
        set(bob, "1", COLOUR);
        set(bob, "1", COMMENT);
        assertThat(of(bob, "1")).containsExactly(COMMENT, COLOUR);
    }

    @Test
    default void neitherAnotherUserNorAnotherMailboxHasThem() {
        String bob = unused();
        set(bob, "1", COMMENT);
        assertThat(of(unused(), "1")).isEmpty();
        assertThat(of(bob, "2")).isEmpty();
    }

    @Test
    default void theLastValueCounts() {
        String bob = unused();
        set(bob, "1", COMMENT);
        set(bob, "1", new PrivateEntry(COMMENT.name(), "other"));
        assertThat(of(bob, "1")).extracting(PrivateEntry::value).containsExactly("other");
    }

    @Test
    default void removingAnEntryLeavesTheOthersAndMayBeRepeated() {
        String bob = unused();
        set(bob, "1", COMMENT);
        set(bob, "1", COLOUR);
        testee().remove(bob, "1", COMMENT.name()).block(PATIENCE);
        testee().remove(bob, "1", COMMENT.name()).block(PATIENCE);
        assertThat(of(bob, "1")).containsExactly(COLOUR);
    }

    @Test
    default void mailboxesWithEntriesAreKnown() {
        String bob = unused();
        set(bob, "1", COMMENT);
        set(bob, "1", COLOUR);
        set(bob, "2", COMMENT);
        testee().remove(bob, "2", COMMENT.name()).block(PATIENCE);
        set(bob, "3", COMMENT);
        assertThat(mailboxes(bob)).containsExactly("1", "3");
    }

    @Test
    default void aForgottenMailboxLeavesTheOthers() {
        String bob = unused();
        set(bob, "1", COMMENT);
        set(bob, "2", COMMENT);
        testee().forget(bob, "1").block(PATIENCE);
        testee().forget(bob, "1").block(PATIENCE);
        assertThat(mailboxes(bob)).containsExactly("2");
        assertThat(of(bob, "1")).isEmpty();
    }

    @Test
    default void aForgottenUserLeavesNothing() {
        String bob = unused();
        set(bob, "1", COMMENT);
        testee().forget(bob).block(PATIENCE);
        testee().forget(bob).block(PATIENCE);
        assertThat(mailboxes(bob)).isEmpty();
        assertThat(of(bob, "1")).isEmpty();
    }
}
