package org.jamestandem.imap.thread.james;

import static org.assertj.core.api.Assertions.assertThat;

import org.jamestandem.imap.ImapConnection;
import org.jamestandem.imap.InProcessImap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadCommandTest {
    private InProcessImap server;
    private ImapConnection imap;

    @BeforeEach
    void start() throws Exception {
        server = InProcessImap.tandem();
        imap = server.login("anna");
        imap.ok("CREATE box");
        imap.append("box", "", "Message-ID: <a@x>\nSubject: gone\n\n1\n");
        imap.append("box", "", "Message-ID: <b@x>\nSubject: plan\n\n2\n");
        imap.append("box", "", "References: <b@x>\nSubject: Re: plan\n\n3\n");
        imap.append("box", "", "References: <b@x>\nSubject: another\n\n4\n");
        imap.ok("SELECT box");
        imap.ok("STORE 1 +FLAGS (\\Deleted)");
        imap.ok("EXPUNGE");
    }

    @AfterEach
    void stop() throws Exception {
        imap.close();
        server.close();
    }

    @Test
    void threadsAreNumberedAsTheCommandAsks() throws Exception {
        assertThat(imap.ok("CAPABILITY").get(0))
                .contains(" THREAD=REFERENCES", " THREAD=ORDEREDSUBJECT");
        assertThat(imap.ok("THREAD REFERENCES UTF-8 ALL")).containsExactly("* THREAD (1 (2)(3))");
        assertThat(imap.ok("UID THREAD references US-ASCII ALL"))
                .containsExactly("* THREAD (2 (3)(4))");
        assertThat(imap.ok("UID THREAD ORDEREDSUBJECT UTF-8 ALL"))
                .containsExactly("* THREAD (2 3)(4)");
    }

    @Test
    void onlyWhatTheProgramFindsIsThreaded() throws Exception {
        assertThat(imap.ok("UID THREAD REFERENCES UTF-8 NOT SUBJECT plan"))
                .containsExactly("* THREAD (4)");
        assertThat(imap.ok("THREAD REFERENCES UTF-8 SUBJECT nothing")).containsExactly("* THREAD");
        assertThat(imap.ok("UID THREAD REFERENCES UTF-8 NOT 1"))
                .containsExactly("* THREAD ((3)(4))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "REFS UTF-8 ALL",
                "REFERENCES ALL",
                "REFERENCES UTF-8",
                "(REFERENCES) UTF-8 ALL"
            })
    void malformedCommandIsBad(String arguments) throws Exception {
        assertThat(imap.result("THREAD " + arguments)).startsWith("BAD THREAD failed");
        assertThat(imap.result("UID THREAD " + arguments)).startsWith("BAD THREAD failed");
    }

    @Test
    void unknownCharsetIsRefused() throws Exception {
        assertThat(imap.result("THREAD REFERENCES X-UNKNOWN ALL")).startsWith("NO [BADCHARSET (");
    }
}
