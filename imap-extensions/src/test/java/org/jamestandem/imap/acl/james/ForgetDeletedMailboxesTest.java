package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.events.Event;
import org.apache.james.events.Group;
import org.apache.james.mailbox.MailboxSession.SessionId;
import org.apache.james.mailbox.events.MailboxEvents.MailboxAdded;
import org.apache.james.mailbox.events.MailboxEvents.MailboxDeletion;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.QuotaRoot;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.StoredList;
import org.jamestandem.imap.acl.memory.MemoryGrantStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ForgetDeletedMailboxesTest {
    private static final Username ANNA = Username.of("anna@acl.example");
    private static final MailboxPath SALES = MailboxPath.forUser(ANNA, "Sales");
    private static final MailboxKey DELETED = new MailboxKey("7", "anna@acl.example");
    private static final MailboxKey OTHER = new MailboxKey("8", "anna@acl.example");

    private final GrantStore grants = new MemoryGrantStore(java.time.Clock.systemUTC());
    private final ForgetDeletedMailboxes listener = new ForgetDeletedMailboxes(grants);

    @BeforeEach
    void bothMailboxesAreShared() {
        Set<Grant> shown =
                Set.of(new Grant(Identifier.parse("bob@acl.example"), Rights.parse("lr")));
        grants.show(DELETED, shown, Set.of()).block();
        grants.show(OTHER, shown, Set.of()).block();
    }

    @Test
    void theListOfADeletedMailboxIsGoneAndNoOther() {
        hear(deletion());

        assertThat(grants.read(DELETED.id()).block()).isEqualTo(StoredList.UNKNOWN);
        assertThat(grants.read(OTHER.id()).block()).isNotEqualTo(StoredList.UNKNOWN);
    }

    @Test
    void hearingItTwiceChangesNothingMore() {
        hear(deletion());
        hear(deletion());

        assertThat(grants.read(OTHER.id()).block()).isNotEqualTo(StoredList.UNKNOWN);
    }

    @Test
    void anotherEventIsNotItsBusiness() {
        MailboxAdded added =
                new MailboxAdded(
                        SessionId.of(1), ANNA, SALES, InMemoryId.of(7), Event.EventId.random());

        assertThat(listener.isHandling(added)).isFalse();
        hear(added);
        assertThat(grants.read(DELETED.id()).block()).isNotEqualTo(StoredList.UNKNOWN);
    }

    @Test
    void itsGroupIsFoundByNameAfterARestart() throws Exception {
        assertThat(Group.deserialize(listener.getDefaultGroup().asString()))
                .isEqualTo(listener.getDefaultGroup());
    }

    private void hear(Event event) {
        Mono.from(listener.reactiveEvent(event)).block();
    }

    private static MailboxDeletion deletion() {
        return new MailboxDeletion(
                SessionId.of(1),
                ANNA,
                SALES,
                MailboxACL.EMPTY,
                QuotaRoot.quotaRoot(
                        "#private&anna@acl.example", Optional.of(Domain.of("acl.example"))),
                QuotaCountUsage.count(0),
                QuotaSizeUsage.size(0),
                InMemoryId.of(7),
                Event.EventId.random());
    }
}
