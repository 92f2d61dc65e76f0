package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.StandingEntries;
import org.jamestandem.imap.acl.Tenancies;
import org.jamestandem.imap.acl.memory.MemoryGrantStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two nodes on one store. */
class MailboxAccessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final Username BOB = Username.of("bob@tandem.example");

    private static InProcessImap imap;
    private static MailboxManager server;
    private static int mailboxes;

    private final MemoryGrantStore store = new MemoryGrantStore(java.time.Clock.systemUTC());
    private final AtomicLong nanos = new AtomicLong();
    private final AccessLists here = new AccessLists(store, server, TestLog.create());
    private final AccessLists elsewhere = new AccessLists(store, server, TestLog.create());
    private final MailboxAccess access =
            new MailboxAccess(
                    here,
                    new Requesters(new SalesHasBob(), Tenancies.NONE),
                    StandingEntries.NONE,
                    new Clock());
    private Mailbox mailbox;

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        server = imap.get(MailboxManager.class);
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @BeforeEach
    void create() throws Exception {
        MailboxSession anna = server.createSystemSession(ANNA);
        MailboxPath path = MailboxPath.forUser(ANNA, "Access" + ++mailboxes);
        server.createMailbox(path, anna);
        mailbox = server.getMailbox(path, anna).getMailboxEntity();
    }

    @Test
    void aChangeOnThisNodeCountsAtOnce() {
        change(here, "anyone", "lr");
        assertThat(rights(BOB)).isEqualTo("lr");

        change(here, "anyone", "-r");
        assertThat(rights(BOB)).isEqualTo("l");
    }

    @Test
    void aChangeOnAnotherNodeCountsWithinTheLifetime() {
        change(here, "anyone", "lr");
        assertThat(rights(BOB)).isEqualTo("lr");
        change(elsewhere, "anyone", "-r");

        nanos.addAndGet(MailboxAccess.LIFETIME.toNanos() - 1);
        assertThat(rights(BOB)).isEqualTo("lr");
        nanos.addAndGet(1);
        assertThat(rights(BOB)).isEqualTo("l");
    }

    @Test
    void whatIsForgottenIsNotRemembered() {
        change(here, "anyone", "lr");
        assertThat(rights(BOB)).isEqualTo("lr");
        here.forget(AccessLists.key(mailbox)).block(PATIENCE);

        assertThat(rights(BOB)).isEmpty();
    }

    @Test
    void groupsCount() {
        change(here, "$sales@tandem.example", "lrs");
        change(here, "-$sales@tandem.example", "s");

        assertThat(rights(BOB)).isEqualTo("lr");
        assertThat(rights(Username.of("carol@tandem.example"))).isEmpty();
    }

    @Test
    void anyoneIsAnyoneOfTheDomain() {
        change(here, "anyone", "lr");

        assertThat(rights(Username.of("eve@elsewhere.example"))).isEmpty();
    }

    private void change(AccessLists node, String identifier, String change) {
        GrantChange grant =
                new GrantChange(Identifier.parse(identifier), RightsChange.parse(change));
        node.change(mailbox, grant, ANNA).block(PATIENCE);
    }

    private String rights(Username user) {
        return access.rights(mailbox, user).block(PATIENCE).letters();
    }

    private final class Clock extends Ticker {
        @Override
        public long read() {
            return nanos.get();
        }
    }

    private static final class SalesHasBob implements GroupMembership {
        @Override
        public Mono<Set<String>> groupsOf(String user) {
            return Mono.fromCallable(
                    () -> user.equals(BOB.asString()) ? Set.of("sales@tandem.example") : Set.of());
        }

        @Override
        public Mono<Boolean> exists(String group) {
            return Mono.just(group.equals("sales@tandem.example"));
        }
    }
}
