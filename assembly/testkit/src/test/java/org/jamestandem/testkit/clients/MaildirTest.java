package org.jamestandem.testkit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {
    @TempDir Path folder;

    private Maildir maildir;

    @BeforeEach
    void twoMessages() {
        maildir = Maildir.at(folder.resolve("INBOX"));
        maildir.add("1", "From: anna\nSubject: first\n\nSubject: not this\n", false);
        maildir.add("2", "Subject: second\n\n", true);
    }

    @Test
    void knowsNewAndSeenMessagesBySubject() {
        assertThat(maildir.subjects()).containsExactlyInAnyOrder("first", "second");
        assertThat(maildir.flags("first")).isEmpty();
        assertThat(maildir.flags("second")).isEqualTo("S");
    }

    @Test
    void flaggingReplacesTheFlags() {
        maildir.flag("first", "FS");
        maildir.flag("first", "R");

        assertThat(maildir.flags("first")).isEqualTo("R");
        assertThat(maildir.files()).hasSize(2);
    }

    @Test
    void removedMessageIsUnknown() {
        maildir.remove("first");

        assertThat(maildir.subjects()).containsExactly("second");
        assertThatThrownBy(() -> maildir.flags("first")).hasMessageContaining("no 'first' among");
    }
}
