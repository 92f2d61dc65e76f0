package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerProjectionTest {
    @Test
    void onlyPositiveUsersAreShown() {
        AccessList list =
                AccessListTest.list(
                        "bob",
                        "lr",
                        "$sales",
                        "lr",
                        "anyone",
                        "l",
                        "authenticated",
                        "l",
                        "-owner",
                        "x");

        assertThat(ServerProjection.of(list)).isEqualTo(AccessListTest.list("bob", "lr"));
    }

    @Test
    void whatIsTakenFromAUserIsNotShown() {
        AccessList list = AccessListTest.list("bob", "lrsw", "-bob", "w", "-anyone", "s");

        assertThat(ServerProjection.of(list)).isEqualTo(AccessListTest.list("bob", "lr"));
    }

    @Test
    void anEntryOfWhichNothingIsLeftIsNotShown() {
        assertThat(ServerProjection.of(AccessListTest.list("bob", "lr", "-$sales", "lr")))
                .isEqualTo(AccessList.EMPTY);
    }

    @Test
    void neverGrantsMoreThanTheListItself() {
        for (long seed = 0; seed < 2000; seed++) {
            RandomLists random = new RandomLists(seed);
            AccessList list = random.list();
            Requester who = random.requester();
            Requester stranger = new Requester(who.user(), who.groups(), false, who.tenant());
            Rights shown = EffectiveRights.of(ServerProjection.of(list), stranger);

            assertThat(shown.minus(EffectiveRights.of(list, stranger)))
                    .as("seed %d: %s for %s", seed, list, stranger)
                    .isEqualTo(Rights.NONE);
        }
    }

    @Test
    void isTheSameWhenMadeOfItself() {
        for (long seed = 0; seed < 500; seed++) {
            AccessList once = ServerProjection.of(new RandomLists(seed).list());

            assertThat(ServerProjection.of(once)).as("seed %d", seed).isEqualTo(once);
        }
    }
}
