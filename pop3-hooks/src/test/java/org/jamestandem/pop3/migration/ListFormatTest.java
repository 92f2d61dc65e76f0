package org.jamestandem.pop3.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListFormatTest {
    @Test
    void dovecotNamesMessagesByUidAndUidValidityUnlessItSaysOtherwise() {
        OldList list =
                ListFormat.DOVECOT_UIDLIST.read(
                        """
                        3 V1446660062 N895 Gc9411e16de473a566f06000061f01900
                        891 :1511442247.M529702P32470.mail.example.org,S=201,W=206
                        892 W310 :1511442438.M141759P32632.mail.example.org,S=300
                        893 PUID7-1191600000 W77 :1511442439.M1P3.mail.example.org:2,S
                        894 P :1511442440.M1P3.mail.example.org,W=12:2,S
                        something else
                        """);
        assertThat(list.messages())
                .extracting(message -> message.id().value())
                .containsExactly(
                        "0000037B563A47DE",
                        "0000037C563A47DE",
                        "UID7-1191600000",
                        "1511442440.M1P3.mail.example.org,W=12");
        assertThat(list.messages())
                .extracting(OldMessage::octets)
                .containsExactly(
                        OptionalLong.of(206),
                        OptionalLong.of(310),
                        OptionalLong.of(77),
                        OptionalLong.of(12));
        assertThat(list.messages().get(0).uid()).hasValue(891);
        assertThat(list.unreadable()).containsExactly("something else");
    }

    @Test
    void courierNamesMessagesByNumberAndUidValidity() {
        OldList list =
                ListFormat.COURIERPOP3DSIZELIST.read(
                        """
                        /3 19 1191600000
                        1191607141.M1P1V0.host,S=1003:2,S 1030 17:1191600000:0
                        1191607142.M1P1V0.host,S=2003 2060 18:0
                        1191607143.M1P1V0.host 99 0:0
                        """);
        assertThat(list.messages())
                .extracting(message -> message.id().value())
                .containsExactly("UID17-1191600000", "UID18");
        assertThat(list.messages().get(0).octets()).hasValue(1030);
        assertThat(list.messages().get(0).uid()).isEmpty();
        assertThat(list.unreadable()).hasSize(1);
    }

    @Test
    void cyrusNamesMessagesByUidValidityAndUid() {
        OldList list =
                ListFormat.CYRUS_MBEXAMINE.read(
                        """
                        Examining user.anna...
                          Number of Messages: 2  Mailbox Size: 3090 bytes
                          UIDValidity: 1191600000  Last UID: 18
                         Message Info:
                        000001> UID:00000017   INT_DATE:1191607141 SENTDATE:1191607100 SIZE:1030  \s
                              > HDRSIZE:500    LASTUPD :1191607141 SYSFLAGS:00000000   LINES:5    \s
                        000002> UID:00000018   INT_DATE:1191607142 SENTDATE:1191607100 SAVEDATE:1191607142 SIZE:2060  \s
                        """);
        assertThat(list.messages())
                .extracting(message -> message.id().value())
                .containsExactly("1191600000.17", "1191600000.18");
        assertThat(list.messages().get(1).octets()).hasValue(2060);
    }

    @Test
    void aPlainListMayLeaveOutWhatItDoesNotKnow() {
        OldList list = ListFormat.PLAIN.read("a 1 10 ABCD\nb - 20\nc\nd 1 2 3 4\nd x\n");
        assertThat(list.messages())
                .extracting(message -> message.id().value())
                .containsExactly("a", "b", "c");
        assertThat(list.messages().get(0).headerHash()).contains("abcd");
        assertThat(list.unreadable()).containsExactly("d 1 2 3 4", "d x");
    }

    @Test
    void anotherFileIsRefused() {
        for (ListFormat format :
                new ListFormat[] {
                    ListFormat.DOVECOT_UIDLIST,
                    ListFormat.COURIERPOP3DSIZELIST,
                    ListFormat.CYRUS_MBEXAMINE
                }) {
            assertThatThrownBy(() -> format.read("1 2 3\n"))
                    .as(format.name())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not ");
        }
    }

    @Test
    void theStateOfMbsyncIsAMapping() {
        assertThat(
                        UidMapping.read(
                                "FarUidValidity 77\nNearUidValidity 88\nMaxPulledUid 124\n\n"
                                        + "123 456 S\n124 457 \n"))
                .containsEntry(123L, 456L)
                .containsEntry(124L, 457L)
                .hasSize(2);
    }
}
