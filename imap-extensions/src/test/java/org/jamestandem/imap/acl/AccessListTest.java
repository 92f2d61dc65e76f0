package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessListTest {
    /** A list from texts: identifier, rights, identifier, rights ... */
    static AccessList list(String... entries) {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 2) {
            grants.add(new Grant(Identifier.parse(entries[i]), Rights.parse(entries[i + 1])));
        }
        return AccessList.of(grants);
    }

    @Test
    void anEntryWithoutRightsIsNoEntry() {
        assertThat(list("bob", "")).isEqualTo(AccessList.EMPTY);
    }

    @Test
    void twoEntriesOfOneIdentifierAreOne() {
        assertThat(list("bob", "l", "BOB", "r")).isEqualTo(list("bob", "lr"));
    }

    @Test
    void theOwnerIsShownFirstWithEveryRight() {
        assertThat(shown(list("anyone", "l", "-bob", "w")))
                .containsExactly("owner lrswipkxtea", "-bob w", "anyone l");
    }

    @Test
    void whatTheOwnerGaveUpIsMissingFromTheOwnersEntry() {
        assertThat(shown(list("-owner", "xtea"))).containsExactly("owner lrswipka");
    }

    @Test
    void replacingTheOwnersEntryWithholdsTheRest() {
        assertThat(after("owner", "lrs")).isEqualTo(list("-owner", "wipkxtea"));
    }

    @Test
    void takingFromTheOwnersEntryWithholds() {
        assertThat(after("owner", "-x")).isEqualTo(list("-owner", "x"));
    }

    @Test
    void aNegativeEntryOfTheOwnerIsTheSameThing() {
        assertThat(after("-owner", "x")).isEqualTo(after("owner", "-x"));
    }

    @Test
    void deletingTheOwnersEntryGivesEveryRightBack() {
        GrantChange deletion = GrantChange.deletion(Identifier.parse("owner"));

        assertThat(list("-owner", "x").with(deletion.identifier(), deletion.change()))
                .isEqualTo(AccessList.EMPTY);
    }

    @Test
    void deletingOneSignLeavesTheOther() {
        GrantChange deletion = GrantChange.deletion(Identifier.parse("bob"));

        assertThat(list("bob", "lr", "-bob", "w").with(deletion.identifier(), deletion.change()))
                .isEqualTo(list("-bob", "w"));
    }

    private static AccessList after(String identifier, String rights) {
        GrantChange change =
                new GrantChange(Identifier.parse(identifier), RightsChange.parse(rights));
        return AccessList.EMPTY.with(change.identifier(), change.change());
    }

    private static List<String> shown(AccessList list) {
        return list.shown().stream()
                .map(grant -> grant.identifier() + " " + grant.rights())
                .toList();
    }
}
