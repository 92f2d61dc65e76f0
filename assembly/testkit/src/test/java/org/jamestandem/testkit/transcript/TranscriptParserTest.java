package org.jamestandem.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.jamestandem.testkit.transcript.Transcript.RequiredAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptParserTest {
    private static final Path FILE = Path.of("quit.txt");
    private static final String TITLE = "# RFC 1939 §6: without QUIT nothing is deleted\n";

    @Test
    void headerNamesRuleAccountsMailAndForms() {
        Transcript transcript =
                parse(
                        TITLE
                                + "# accounts: anna, bob classic\n"
                                + "# mail: bob simple.eml, anna/Trash html.eml\n"
                                + "# forms: stock\n"
                                + "C: STAT\n");

        assertThat(transcript.title()).isEqualTo("RFC 1939 §6: without QUIT nothing is deleted");
        assertThat(transcript.accounts())
                .containsExactly(
                        new RequiredAccount("anna", "hide"), new RequiredAccount("bob", "classic"));
        assertThat(transcript.mail())
                .containsExactly(
                        new Step.Mail(3, "bob", "INBOX", "simple.eml"),
                        new Step.Mail(3, "anna", "Trash", "html.eml"));
        assertThat(transcript.isFor("stock")).isTrue();
        assertThat(transcript.isFor("embedded")).isFalse();
    }

    @Test
    void adjacentServerLinesAreOneReply() {
        Transcript transcript =
                parse(TITLE + "C: LIST\n\n# all\nS: \\+OK.*\nS*: .*\nS: \\.\nC: QUIT\n");

        assertThat(transcript.steps()).hasSize(3);
        assertThat(((Step.Reply) transcript.steps().get(1)).expectations())
                .extracting(Expectation::line)
                .containsExactly(5, 6, 7);
    }

    @Test
    void sessionsOpenWithProtocolAndLogin() {
        Transcript transcript =
                parse(
                        TITLE
                                + "# accounts: bob\n"
                                + "-- connect as bob+phone --\n"
                                + "-- session two: imap as bob --\n"
                                + "-- session one --\n"
                                + "-- drop the connection, reconnect as bob --\n");

        assertThat(transcript.steps())
                .containsExactly(
                        new Step.Open(
                                3, Optional.empty(), Optional.empty(), Optional.of("bob+phone")),
                        new Step.Open(
                                4,
                                Optional.of("two"),
                                Optional.of(Protocol.IMAP),
                                Optional.of("bob")),
                        new Step.Use(5, "one"),
                        new Step.Open(6, Optional.empty(), Optional.empty(), Optional.of("bob")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C: STAT\n",
                "# deleting\nC: STAT\n",
                "# RFC 1939: no section\nC: STAT\n",
                TITLE,
                TITLE + "STAT\n",
                TITLE + "C:STAT\n",
                TITLE + "S+: x\n",
                TITLE + "S?: x\nC: STAT\n",
                TITLE + "S*: x\n",
                TITLE + "-- hang up --\n",
                TITLE + "-- connect as bob --\n",
                TITLE + "-- session two: gopher --\n",
                TITLE + "# mail: bob simple.eml\nC: STAT\n",
                TITLE + "# accounts: bob\n# mail: bob\nC: STAT\n",
            })
    void whatMeansNothingIsRefusedWithFileAndLine(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(TranscriptSyntaxException.class)
                .hasMessageMatching("quit\\.txt:\\d+: .*(?s:.*)");
    }

    private static Transcript parse(String text) {
        return TranscriptParser.parse(FILE, Protocol.POP3, text);
    }
}
