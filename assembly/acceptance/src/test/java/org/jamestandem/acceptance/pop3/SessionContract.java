package org.jamestandem.acceptance.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions as clients hold them. */
interface SessionContract extends OnServer {
    @Test
    default void aThousandCommandsSentAtOnceAreAnsweredInOrder() {
        Account anna = newAccount("{\"on-delete\":\"classic\"}");
        anna.append("one", "two");
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            commands.addAll(List.of("LIST 1", "UIDL 2", "TOP 2 0", "RETR " + (i % 2 + 3)));
        }
        commands.add("DELE 2");
        commands.add("QUIT");
        try (LineClient client = anna.pop3()) {
            String unique = client.ok("UIDL 2");
            client.send(commands.toArray(String[]::new));
            for (int i = 0; i < 250; i++) {
                assertThat(client.line()).startsWith("+OK 1 ");
                assertThat(client.line()).isEqualTo(unique);
                assertThat(client.line()).startsWith("+OK");
                assertThat(client.line()).isEqualTo("Subject: two");
                assertThat(client.line()).isEmpty();
                assertThat(client.line()).isEqualTo(".");
                assertThat(client.line()).startsWith("-ERR");
            }
            assertThat(client.line()).startsWith("+OK");
            assertThat(client.line()).isEqualTo("+OK bye");
            assertThat(client.line()).isNull();
        }
        assertThat(anna.subjects("INBOX")).containsExactly("one");
    }

    @Test
    default void aConnectionThatIsLostChangesNothingAndTheNextIsOfferedAll() {
        Account anna = newAccount("{\"on-delete\":\"trash\",\"on-retrieve\":\"move Archive\"}");
        anna.append("one", "two");
        LineClient lost = anna.pop3();
        lost.list("RETR 1");
        lost.ok("DELE 2");
        lost.send("RETR 1");
        lost.close();

        assertThat(anna.offered("")).containsExactly("one", "two");
        assertThat(anna.subjects("INBOX")).containsExactly("one", "two");
    }

    @Test
    default void whatImapRemovesOrAddsMeanwhileDoesNotShiftNumbers() {
        Account anna = newAccount("{\"on-delete\":\"trash\"}");
        anna.append("one", "two", "three");
        try (LineClient client = anna.pop3()) {
            anna.byImap("SELECT INBOX", "STORE 2 +FLAGS.SILENT (\\Deleted)", "EXPUNGE");
            anna.append("four");
            assertThat(client.ask("RETR 2")).startsWith("-ERR");
            assertThat(client.ask("TOP 2 0")).startsWith("-ERR");
            assertThat(client.list("RETR 3")).contains("Subject: three");
            assertThat(client.ask("RETR 4")).startsWith("-ERR");
            client.ok("DELE 2");
            client.ok("DELE 3");
            client.ok("QUIT");
        }
        assertThat(anna.subjects("INBOX")).containsExactly("one", "four");
        assertThat(anna.subjects("Trash")).containsExactly("three");
    }

    @Test
    default void someDozenMessagesThatImapExpungesAtOnceAreGone() {
        Account anna = newAccount("{}");
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            subjects.add("message " + i);
        }
        anna.append(subjects.toArray(String[]::new));
        anna.byImap("SELECT INBOX", "STORE 1:40 +FLAGS.SILENT (\\Deleted)", "EXPUNGE");
        assertThat(anna.offered("")).hasSize(20);
    }
}
