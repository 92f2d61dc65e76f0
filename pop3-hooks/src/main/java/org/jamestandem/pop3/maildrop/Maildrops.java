package org.jamestandem.pop3.maildrop;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.MessageKeys;
import org.jamestandem.pop3.uidl.UniqueId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens maildrops: one listing of the folder, joined with what is kept about its reader. */
public final class Maildrops {
    /** An intent older than this belongs to a QUIT that nobody works on any more. */
    static final Duration ORPHANED_AFTER = Duration.ofMinutes(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(Maildrops.class);

    private final Inboxes inboxes;
    private final MaildropState state;
    private final Policies policies;
    private final Clock clock;
    private final boolean adoptsBareUids;
    private final boolean finishedLater;

    @Inject
    public Maildrops(
            Inboxes inboxes,
            MaildropState state,
            MessageKeys keys,
            Policies policies,
            Clock clock) {
        this.inboxes = inboxes;
        this.state = state;
        this.policies = policies;
        this.clock = clock;
        this.adoptsBareUids = keys.lasting() && state.lasting();
        this.finishedLater = state.lasting() || !keys.lasting();
    }

    /**
     * The user's maildrop; empty when the credential proves nothing.
     *
     * @param form how the client takes headers
     */
    public Mono<OpenMaildrop> open(Username user, Credential credential, TextForm form) {
        return inboxes.open(user, credential)
                .flatMap(
                        inbox ->
                                open(Reader.of(inbox.owner()), inbox)
                                        .doOnError(e -> inbox.release()));
    }

    /**
     * Intents are read before everything else: a QUIT that ends meanwhile is seen either there or
     * in what it has done.
     */
    private Mono<OpenMaildrop> open(Reader reader, Inbox inbox) {
        return state.intents()
                .of(reader.user())
                .collectList()
                .flatMap(intents -> open(reader, inbox, intents));
    }

    private Mono<OpenMaildrop> open(Reader reader, Inbox inbox, List<QuitIntent> intents) {
        Mono<Set<MessageKey>> withheld =
                state.hidden().hiddenFrom(reader).map(hidden -> withheld(reader, intents, hidden));
        Mono<Listing> listing = inbox.list().collectList().map(Listing::of);
        return Mono.zip(withheld, listing)
                .delayUntil(read -> finishOrphans(intents, inbox, read.getT2()))
                .flatMap(
                        read ->
                                aliases(reader.user(), read.getT2())
                                        .map(ids -> read.getT2().offered(read.getT1(), ids)))
                .map(entries -> opened(reader, inbox, new Maildrop(entries)));
    }

    private Mono<Map<MessageKey, UniqueId>> aliases(Username owner, Listing listing) {
        return state.aliases()
                .of(owner)
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        state.aliases()
                                                .keepFirst(
                                                        owner,
                                                        adoptsBareUids
                                                                ? listing.bareUids()
                                                                : Map.of())));
    }

    private Mono<Void> finishOrphans(List<QuitIntent> intents, Inbox inbox, Listing listing) {
        Instant latest = clock.instant().minus(ORPHANED_AFTER);
        return Flux.fromIterable(intents)
                .filter(intent -> intent.at().isBefore(latest))
                .concatMap(
                        intent ->
                                new Update(state)
                                        .perform(intent, inbox, listing::uids)
                                        .onErrorResume(error -> leave(intent, error)))
                .then();
    }

    private static Mono<Void> leave(QuitIntent intent, Throwable error) {
        LOGGER.error(
                "Could not finish the QUIT of {} of {}",
                intent.reader().user().asString(),
                intent.at(),
                error);
        return Mono.empty();
    }

    private static Set<MessageKey> withheld(
            Reader reader, List<QuitIntent> intents, Set<MessageKey> hidden) {
        Set<MessageKey> withheld = new HashSet<>(hidden);
        intents.forEach(intent -> withheld.addAll(intent.withheldFrom(reader)));
        return withheld;
    }

    private OpenMaildrop opened(Reader reader, Inbox inbox, Maildrop maildrop) {
        Policy policy = policies.of(reader);
        return new OpenMaildrop(reader, policy, maildrop, inbox, state, finishedLater, clock);
    }
}
