package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jamestandem.imap.acl.Subject.Special;
import org.junit.jupiter.api.Test;

/** What every {@link ShareIndex} promises. */
public interface ShareIndexContract {
    Duration PATIENCE = Duration.ofSeconds(30);
    Identifier BOB = Identifier.parse("bob@tandem.example");
    Identifier NOT_BOB = Identifier.parse("-bob@tandem.example");
    Identifier SALES = Identifier.parse("$sales@tandem.example");
    Identifier ANYONE = Identifier.of(Special.ANYONE);

    GrantStore store();

    ShareIndex testee();

    /** A mailbox that no other test uses, with an entry for each of these. */
    default NamedMailbox shared(Identifier... identifiers) {
        NamedMailbox mailbox =
                new NamedMailbox(
                        new MailboxKey(UUID.randomUUID().toString(), "anna@tandem.example"),
                        "Team");
        for (Identifier identifier : identifiers) {
            store().change(mailbox, new GrantChange(identifier, RightsChange.parse("lrs")))
                    .block(PATIENCE);
        }
        return mailbox;
    }

    default List<Identifier> drift(NamedMailbox mailbox) {
        return testee().drift(mailbox).collectList().block(PATIENCE);
    }

    default List<Grant> entries(NamedMailbox mailbox) {
        return testee().entries()
                .filter(share -> share.mailbox().equals(mailbox))
                .map(Share::entry)
                .collectList()
                .block(PATIENCE);
    }

    @Test
    default void everyMailboxIsNamedOnce() {
        NamedMailbox mailbox = shared(BOB, ANYONE);
        assertThat(testee().mailboxes(Optional.empty()).collectList().block(PATIENCE))
                .doesNotHaveDuplicates()
                .contains(mailbox.key().id());
    }

    @Test
    default void mailboxesGoOnBehindOne() {
        shared(BOB);
        shared(BOB);
        shared(BOB);
        List<String> all = testee().mailboxes(Optional.empty()).collectList().block(PATIENCE);
        String second = all.get(1);

        assertThat(testee().mailboxes(Optional.of(second)).collectList().block(PATIENCE))
                .isEqualTo(all.subList(2, all.size()));
    }

    @Test
    default void theViewHasEveryEntryOfEachSign() {
        NamedMailbox mailbox = shared(BOB, NOT_BOB, SALES, ANYONE);
        assertThat(entries(mailbox))
                .extracting(Grant::identifier)
                .containsExactlyInAnyOrder(BOB, NOT_BOB, SALES, ANYONE);
    }

    @Test
    default void whatTheStoreWritesDoesNotDrift() {
        NamedMailbox mailbox = shared(BOB, NOT_BOB, SALES, ANYONE);
        store().change(mailbox, new GrantChange(BOB, RightsChange.parse("+w"))).block(PATIENCE);
        store().change(mailbox, new GrantChange(SALES, RightsChange.parse(""))).block(PATIENCE);
        store().limit(mailbox.key(), ANYONE, Instant.now().plusSeconds(60)).block(PATIENCE);
        NamedMailbox renamed = new NamedMailbox(mailbox.key(), "Crew");
        store().rename(renamed).block(PATIENCE);

        assertThat(drift(renamed)).isEmpty();
    }

    @Test
    default void mendingWhatIsRightChangesNothing() {
        NamedMailbox mailbox = shared(BOB);
        testee().mend(mailbox, BOB).block(PATIENCE);
        testee().mend(mailbox, SALES).block(PATIENCE);

        assertThat(entries(mailbox)).containsExactly(new Grant(BOB, Rights.parse("lrs")));
        assertThat(drift(mailbox)).isEmpty();
    }

    @Test
    default void aListIsDroppedByTheMailboxAlone() {
        NamedMailbox mailbox = shared(BOB);
        testee().dropList(mailbox.key().id()).block(PATIENCE);
        testee().dropList(mailbox.key().id()).block(PATIENCE);

        assertThat(store().read(mailbox.key().id()).block(PATIENCE)).isEqualTo(StoredList.UNKNOWN);
        assertThat(testee().mailboxes(Optional.empty()).collectList().block(PATIENCE))
                .doesNotContain(mailbox.key().id());
    }
}
