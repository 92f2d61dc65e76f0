package org.jamestandem.pop3.maildrop;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.policy.Offer;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.text.TextForm;
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
    private final Admission admission;
    private final QuitWatch watch;
    private final UniqueIdWatch uniqueIds;
    private final Clock clock;
    private final boolean adoptsBareUids;
    private final boolean finishedLater;

    @Inject
    public Maildrops(
            Inboxes inboxes,
            MaildropState state,
            MessageKeys keys,
            Admission admission,
            QuitWatch watch,
            UniqueIdWatch uniqueIds,
            Clock clock) {
        this.inboxes = inboxes;
        this.state = state;
        this.admission = admission;
        this.watch = watch;
        this.uniqueIds = uniqueIds;
        this.clock = clock;
        this.adoptsBareUids = keys.lasting() && state.lasting();
        this.finishedLater = state.lasting() || !keys.lasting();
    }

    /**
     * The maildrop of who logs in; empty when the credential proves nothing, or POP3 may not be
     * used. Fails with {@link org.jamestandem.pop3.reader.TooManyDevices} for one device too many,
     * and with {@link MaildropBusy} when the policy has the reader wait.
     *
     * @param written the login name, with a device or without
     * @param form how the client takes headers
     */
    public Mono<OpenMaildrop> open(Username written, Credential credential, TextForm form) {
        return admission
                .named(written)
                .flatMap(
                        login ->
                                inboxes.open(login.user(), credential, form)
                                        .flatMap(
                                                inbox ->
                                                        open(
                                                                        new Reader(
                                                                                inbox.owner(),
                                                                                Admission.device(
                                                                                        login)),
                                                                        inbox)
                                                                .doOnError(e -> inbox.release())));
    }

    private Mono<OpenMaildrop> open(Reader reader, Inbox inbox) {
        return admission
                .admit(reader)
                .flatMap(
                        terms ->
                                Hold.take(state.leases(), reader, terms.policy())
                                        .flatMap(hold -> open(reader, terms, inbox, hold)))
                .switchIfEmpty(Mono.fromRunnable(inbox::release));
    }

    /**
     * Intents are read before everything else: a QUIT that ends meanwhile is seen either there or
     * in what it has done.
     */
    private Mono<OpenMaildrop> open(Reader reader, Admission.Terms terms, Inbox inbox, Hold hold) {
        Policy policy = terms.policy();
        return state.intents()
                .of(reader.user())
                .collectList()
                .flatMap(
                        intents ->
                                Mono.zip(
                                                reading(reader, policy, intents),
                                                listing(inbox, policy.folders()),
                                                known(reader.user()))
                                        .delayUntil(
                                                read ->
                                                        finishOrphans(
                                                                intents,
                                                                inbox,
                                                                policy.folders(),
                                                                read.getT2()))
                                        .flatMap(
                                                read ->
                                                        offered(
                                                                reader,
                                                                read.getT1(),
                                                                read.getT2(),
                                                                read.getT3())))
                .map(entries -> opened(reader, terms, inbox, hold, new Maildrop(entries)))
                .onErrorResume(error -> hold.release().then(Mono.error(error)));
    }

    private Mono<ReaderView> reading(Reader reader, Policy policy, List<QuitIntent> intents) {
        Mono<Map<MessageKey, Instant>> taken =
                policy.offer() instanceof Offer.Untaken
                        ? state.taken().of(reader)
                        : Mono.just(Map.of());
        return Mono.zip(
                        state.hidden().of(reader),
                        state.hidden().of(Reader.everyOf(reader.user())),
                        taken)
                .map(
                        marks -> {
                            ReaderView view = new ReaderView(policy.offer(), clock.instant());
                            view.withhold(marks.getT1().keySet());
                            view.withhold(marks.getT2().keySet());
                            view.taken(marks.getT3().keySet());
                            intents.forEach(intent -> view.withhold(intent.withheldFrom(reader)));
                            intents.forEach(intent -> view.taken(intent.takenBy(reader)));
                            return view;
                        });
    }

    private static Mono<Listing> listing(Inbox inbox, List<FolderName> folders) {
        return inbox.list(folders).collectList().map(all -> Listing.of(folders, all));
    }

    private Mono<List<MaildropEntry>> offered(
            Reader reader,
            ReaderView view,
            Listing listing,
            Optional<Map<MessageKey, UniqueId>> known) {
        return Mono.justOrEmpty(known)
                .switchIfEmpty(Mono.defer(() -> firstAliases(reader.user(), listing)))
                .doOnNext(ids -> uniqueIds.opened(reader.user(), listing, ids))
                .map(ids -> listing.offered(view::offers, ids));
    }

    /** Read beside the listing; empty before the first opening. */
    private Mono<Optional<Map<MessageKey, UniqueId>>> known(Username owner) {
        return state.aliases().of(owner).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Map<MessageKey, UniqueId>> firstAliases(Username owner, Listing listing) {
        return state.aliases().keepFirst(owner, adoptsBareUids ? listing.bareUids() : Map.of());
    }

    private Mono<Void> finishOrphans(
            List<QuitIntent> intents, Inbox inbox, List<FolderName> folders, Listing listing) {
        Instant latest = clock.instant().minus(ORPHANED_AFTER);
        return Flux.fromIterable(intents)
                .filter(intent -> intent.at().isBefore(latest))
                .concatMap(
                        intent ->
                                (folders.equals(intent.folders())
                                                ? Mono.just(listing)
                                                : listing(inbox, intent.folders()))
                                        .flatMap(
                                                all ->
                                                        new Update(state, inbox, all::places, true)
                                                                .perform(intent))
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

    private OpenMaildrop opened(
            Reader reader, Admission.Terms terms, Inbox inbox, Hold hold, Maildrop maildrop) {
        return new OpenMaildrop(
                reader, terms, maildrop, inbox, hold, state, watch, finishedLater, clock);
    }
}
