package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.InProcessImap;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.GrantStore;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.NamedMailbox;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.ServerProjection;
import org.jamestandem.imap.acl.Share;
import org.jamestandem.imap.acl.ShareScope;
import org.jamestandem.imap.acl.StoredList;
import org.jamestandem.imap.acl.memory.MemoryGrantStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two nodes, others who write James' list, and writes that fail half way. */
class AccessListsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Username ANNA = Username.of("anna@tandem.example");
    private static final List<String> IDENTIFIERS =
            List.of(
                    "bob@tandem.example",
                    "-bob@tandem.example",
                    "carol@tandem.example",
                    "anyone",
                    "-anyone",
                    "$sales@tandem.example",
                    "-owner");

    private static InProcessImap imap;
    private static MailboxManager server;
    private static MailboxSession anna;

    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final GrantStore store = new FailingStore();
    private final AccessLists one = new AccessLists(store, new FailingServer(), TestLog.create());
    private final AccessLists other = new AccessLists(store, new FailingServer(), TestLog.create());

    @BeforeAll
    static void start() throws Exception {
        imap = InProcessImap.tandem();
        server = imap.get(MailboxManager.class);
        anna = server.createSystemSession(ANNA);
    }

    @AfterAll
    static void stop() {
        imap.close();
    }

    @Test
    void everyNodeAndJamesAgreeAfterEveryContact() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            String mailbox = "Random" + seed;
            server.createMailbox(MailboxPath.forUser(ANNA, mailbox), anna);
            Random random = new Random(seed);
            AccessList model = AccessList.EMPTY;
            for (int step = 0; step < 30; step++) {
                model =
                        random.nextInt(3) == 0
                                ? elsewhere(mailbox, model, random)
                                : ours(mailbox, model, random);
                assertSettled("seed %d, step %d".formatted(seed, step), mailbox, model, random);
            }
        }
    }

    /** A change through one of the nodes, which may die at any of its writes. */
    private AccessList ours(String mailbox, AccessList model, Random random) throws Exception {
        GrantChange change = new GrantChange(identifier(random), change(random));
        AccessList changed = model.with(change.identifier(), change.change());
        writesLeft.set(random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(6));
        try {
            node(random).change(read(mailbox), change, ANNA).block(PATIENCE);
            return changed;
        } catch (NodeDied e) {
            AccessList stored =
                    store.read(read(mailbox).getMailboxId().serialize()).block().grants();
            assertThat(stored).isIn(model, changed);
            return stored;
        } finally {
            writesLeft.set(Integer.MAX_VALUE);
        }
    }

    /** A change of James' own list of a user; what it holds is the projection. */
    private static AccessList elsewhere(String mailbox, AccessList model, Random random)
            throws Exception {
        String user = random.nextBoolean() ? "bob@tandem.example" : "carol@tandem.example";
        Identifier identifier = Identifier.parse(user);
        Rights before = ServerProjection.of(model).of(identifier);
        Rights after = change(random).appliedTo(before);
        imap.setRights(ANNA, mailbox, user, after.letters());
        return model.with(identifier, RightsChange.add(after.minus(before)))
                .with(identifier, RightsChange.remove(before.minus(after)));
    }

    private void assertSettled(String place, String mailbox, AccessList model, Random random)
            throws Exception {
        assertThat(node(random).of(read(mailbox)).block(PATIENCE)).as(place).isEqualTo(model);
        assertThat(read(mailbox).getACL())
                .as(place)
                .isEqualTo(ServerLists.write(ServerProjection.of(model)));
    }

    @Test
    void aFailedWriteIsReported() throws Exception {
        server.createMailbox(MailboxPath.forUser(ANNA, "Failing"), anna);
        GrantChange change =
                new GrantChange(Identifier.parse("bob@tandem.example"), RightsChange.parse("lr"));
        for (int writes = 0; writes < 3; writes++) {
            writesLeft.set(writes);
            assertThatThrownBy(() -> one.change(read("Failing"), change, ANNA).block(PATIENCE))
                    .isInstanceOf(NodeDied.class);
            writesLeft.set(Integer.MAX_VALUE);
            one.change(read("Failing"), GrantChange.deletion(change.identifier()), ANNA)
                    .block(PATIENCE);
        }
    }

    private AccessLists node(Random random) {
        return random.nextBoolean() ? one : other;
    }

    private static Identifier identifier(Random random) {
        return Identifier.parse(IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size())));
    }

    private static RightsChange change(Random random) {
        String sign = List.of("", "+", "-").get(random.nextInt(3));
        StringBuilder letters = new StringBuilder(sign);
        for (char letter : "lrswit".toCharArray()) {
            if (random.nextBoolean()) {
                letters.append(letter);
            }
        }
        return RightsChange.parse(letters.toString());
    }

    private static Mailbox read(String mailbox) throws Exception {
        return server.getMailbox(MailboxPath.forUser(ANNA, mailbox), anna).getMailboxEntity();
    }

    private <T> Mono<T> unlessDead(Publisher<T> write) {
        return Mono.defer(
                () ->
                        writesLeft.getAndDecrement() > 0
                                ? Mono.from(write)
                                : Mono.error(new NodeDied()));
    }

    private static final class NodeDied extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class FailingServer extends ForwardingMailboxes {
        FailingServer() {
            super(server);
        }

        @Override
        public Publisher<Void> applyRightsCommandReactive(
                MailboxPath path, ACLCommand command, MailboxSession session) {
            return unlessDead(server.applyRightsCommandReactive(path, command, session));
        }
    }

    private final class FailingStore implements GrantStore {
        private final GrantStore grants = new MemoryGrantStore(Clock.systemUTC());

        @Override
        public Mono<StoredList> read(String mailboxId) {
            return grants.read(mailboxId);
        }

        @Override
        public Mono<Void> change(NamedMailbox mailbox, GrantChange change) {
            return unlessDead(grants.change(mailbox, change));
        }

        @Override
        public Mono<Void> limit(MailboxKey mailbox, Identifier identifier, Instant until) {
            return unlessDead(grants.limit(mailbox, identifier, until));
        }

        @Override
        public Mono<Void> rename(NamedMailbox mailbox) {
            return unlessDead(grants.rename(mailbox));
        }

        @Override
        public Mono<Void> move(String before, NamedMailbox mailbox) {
            return unlessDead(grants.move(before, mailbox));
        }

        @Override
        public Mono<Void> copy(NamedMailbox mailbox, Identifier from, Identifier to) {
            return unlessDead(grants.copy(mailbox, from, to));
        }

        @Override
        public Mono<Void> show(MailboxKey mailbox, Set<Grant> added, Set<Grant> removed) {
            return unlessDead(grants.show(mailbox, added, removed));
        }

        @Override
        public Mono<Void> forget(MailboxKey mailbox) {
            return unlessDead(grants.forget(mailbox));
        }

        @Override
        public Flux<Share> shares(ShareScope scope) {
            return grants.shares(scope);
        }

        @Override
        public Flux<Share> shares(ShareScope scope, String owner) {
            return grants.shares(scope, owner);
        }
    }
}
