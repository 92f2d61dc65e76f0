package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class EffectiveRightsTest {
    private static final Requester BOB = new Requester("bob", Set.of("sales"), false, true);
    private static final Requester OWNER = new Requester("anna", Set.of(), true, true);
    private static final Requester STRANGER = new Requester("eve", Set.of(), false, false);

    @Test
    void withoutEntriesOnlyTheOwnerHasRights() {
        assertThat(EffectiveRights.of(AccessList.EMPTY, OWNER)).isEqualTo(Rights.ALL);
        assertThat(EffectiveRights.of(AccessList.EMPTY, BOB)).isEqualTo(Rights.NONE);
    }

    @Test
    void entriesThatCoverTheUserAddUp() {
        assertThat(effective(BOB, "bob", "s", "$sales", "r", "anyone", "l", "authenticated", "w"))
                .isEqualTo(Rights.parse("lrsw"));
    }

    @Test
    void entriesOfOthersDoNotCount() {
        assertThat(effective(BOB, "carol", "lr", "$ucetni", "s", "owner", "a"))
                .isEqualTo(Rights.NONE);
    }

    @Test
    void aNegativeEntryOfAnyKindTakesAway() {
        assertThat(effective(BOB, "bob", "lrswite", "-$sales", "te", "-anyone", "i", "-bob", "w"))
                .isEqualTo(Rights.parse("lrs"));
    }

    @Test
    void anyoneEndsWhereTheTenancyEnds() {
        assertThat(effective(STRANGER, "anyone", "lr", "authenticated", "lr"))
                .isEqualTo(Rights.NONE);
    }

    @Test
    void theOwnerCanGiveUpRightsButIsNeverLockedOut() {
        assertThat(effective(OWNER, "-owner", "lrswipkxtea", "-anyone", "lra"))
                .isEqualTo(Rights.parse("lra"));
    }

    /**
     * The rule as a table: one row per kind of subject, saying whom it covers. Written without the
     * classes under test, and compared right by right.
     */
    @Test
    void randomListsAreJudgedAsTheTableSays() {
        Map<String, BiPredicate<String, Requester>> table =
                Map.of(
                        "user", (name, who) -> who.user().equals(name),
                        "group", (name, who) -> who.groups().contains(name.substring(1)),
                        "anyone", (name, who) -> who.tenant(),
                        "authenticated", (name, who) -> who.tenant(),
                        "owner", (name, who) -> who.owner());
        for (long seed = 0; seed < 5000; seed++) {
            RandomLists random = new RandomLists(seed);
            AccessList list = random.list();
            Requester who = random.requester();
            String expected = "";
            for (char letter : "lrswipkxtea".toCharArray()) {
                boolean given = who.owner();
                boolean taken = false;
                for (Map.Entry<Identifier, Rights> entry : list.entries().entrySet()) {
                    String text = entry.getKey().text();
                    String name = text.startsWith("-") ? text.substring(1) : text;
                    String kind =
                            name.startsWith("$")
                                    ? "group"
                                    : table.containsKey(name) ? name : "user";
                    if (entry.getValue().letters().indexOf(letter) >= 0
                            && table.get(kind).test(name, who)) {
                        given |= !text.startsWith("-");
                        taken |= text.startsWith("-");
                    }
                }
                boolean kept = who.owner() && "lra".indexOf(letter) >= 0;
                if (kept || given && !taken) {
                    expected += letter;
                }
            }
            assertThat(EffectiveRights.of(list, who).letters())
                    .as("seed %d: %s for %s", seed, list, who)
                    .isEqualTo(expected);
        }
    }

    private static Rights effective(Requester who, String... entries) {
        return EffectiveRights.of(AccessListTest.list(entries), who);
    }
}
