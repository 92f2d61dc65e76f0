package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes.Found;
import org.jamestandem.imap.sharing.james.ActingSession;
import org.jamestandem.imap.sharing.james.MailboxNames;
import org.jamestandem.imap.sharing.james.Place;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a command pass when the user has the rights it needs (RFC 4314 §4), and else answers {@code
 * NO [NOPERM]}, or {@code NO [READ-ONLY]} in a mailbox that is examined.
 *
 * <p>Somebody else's mailbox that is not there and one that the user may not look up are answered
 * alike (§6): {@code NO [NONEXISTENT]}. One's own mailbox that is not there is left to the command.
 */
@Singleton
public final class AccessGate {
    private static final String INBOX = "INBOX";

    private final AccessControlledMailboxes mailboxes;
    private final MailboxTree tree;
    private final MailboxAccess access;
    private final MailboxNames names;
    private final SelectionGuards guards;

    @Inject
    AccessGate(
            AccessControlledMailboxes mailboxes,
            MailboxTree tree,
            MailboxAccess access,
            MailboxNames names,
            SelectionGuards guards) {
        this.mailboxes = mailboxes;
        this.tree = tree;
        this.access = access;
        this.names = names;
        this.guards = guards;
    }

    /** A command that needs nothing so far. */
    public Passage passage(ImapRequest request, ImapSession session, Responder responder) {
        return new Passage(request, session, responder, Flux.empty(), Mono.empty());
    }

    /** One command on its way, and what stands against it; nothing when the flux is empty. */
    public final class Passage {
        private final ImapRequest request;
        private final ImapSession session;
        private final Responder responder;
        private final Flux<Refusal> refusals;
        private final Mono<Void> beforeRefusal;

        private Passage(
                ImapRequest request,
                ImapSession session,
                Responder responder,
                Flux<Refusal> refusals,
                Mono<Void> beforeRefusal) {
            this.request = request;
            this.session = session;
            this.responder = responder;
            this.refusals = refusals;
            this.beforeRefusal = beforeRefusal;
        }

        private Passage and(Mono<Refusal> check) {
            return new Passage(
                    request, session, responder, refusals.concatWith(check), beforeRefusal);
        }

        /** When it is refused, no mailbox is selected any more (RFC 3501 §6.3.1). */
        public Passage leavingSelected() {
            return new Passage(
                    request, session, responder, refusals, Mono.defer(session::deselect));
        }

        /** Needs that right on the mailbox of that name. */
        public Passage needs(Right right, String mailbox) {
            return and(missing(right, mailbox));
        }

        /** Needs {@code l} on the mailbox of that name, and one of the others. */
        public Passage needsLookupAndAny(Rights others, String mailbox) {
            return and(
                    at(
                            mailbox,
                            place ->
                                    check(
                                            place,
                                            rights ->
                                                    missing(rights, Rights.of(Right.LOOKUP))
                                                            .switchIfEmpty(
                                                                    missing(rights, others)))));
        }

        /**
         * Needs {@code i} on the mailbox of that name. Who could create it is told so (RFC 3501
         * §6.3.11), whether it is there or not.
         */
        public Passage needsInsert(String mailbox) {
            Mono<Refusal> unknown =
                    missingCreateAbove(mailbox)
                            .map(any -> Refusal.notFound(request))
                            .defaultIfEmpty(Refusal.tryCreate(request));
            return and(
                    missing(Right.INSERT, mailbox)
                            .flatMap(
                                    refusal ->
                                            refusal.isNotFound() ? unknown : Mono.just(refusal)));
        }

        /** Needs {@code k} on the nearest mailbox above that name; in one's own tree if any. */
        public Passage needsCreateAbove(String mailbox) {
            return and(missingCreateAbove(mailbox));
        }

        /** Needs a name that a mailbox can have, there or not. */
        public Passage needsName(String mailbox) {
            return and(at(mailbox, place -> Mono.empty()));
        }

        /** Needs two names of mailboxes of one owner. */
        public Passage needsOneOwner(String one, String other) {
            return and(
                    Mono.fromCallable(() -> owner(one).equals(owner(other)))
                            .filter(same -> !same)
                            .map(any -> Refusal.cannot(request, "The owner would be another.")));
        }

        /** Needs the name not to be that of an INBOX, which is always there. */
        public Passage needsNoInbox(String mailbox) {
            return and(
                    Mono.fromCallable(() -> names.place(mailbox, session))
                            .filter(
                                    place ->
                                            place.map(Place::localName)
                                                    .filter(INBOX::equalsIgnoreCase)
                                                    .isPresent())
                            .map(any -> Refusal.cannot(request, "An INBOX stays.")));
        }

        private Optional<String> owner(String mailbox) {
            return names.place(mailbox, session).map(place -> place.path().getUser().asString());
        }

        private Mono<Refusal> missing(Right right, String mailbox) {
            return at(mailbox, place -> missing(right, place));
        }

        private Mono<Refusal> missingCreateAbove(String mailbox) {
            return at(mailbox, this::missingCreateAbove);
        }

        private Mono<Refusal> at(String mailbox, Function<Place, Mono<Refusal>> check) {
            return Mono.defer(
                    () ->
                            names.place(mailbox, session)
                                    .map(check)
                                    .orElseGet(() -> Mono.just(Refusal.notFound(request))));
        }

        private Mono<Refusal> missing(Right right, Place place) {
            return check(place, rights -> missing(rights, Rights.of(right)));
        }

        private Mono<Refusal> check(Place place, Function<Rights, Mono<Refusal>> check) {
            return mailboxes
                    .find(place.path(), user())
                    .flatMap(found -> check.apply(found.rights()))
                    .onErrorResume(MailboxNotFoundException.class, e -> absent(place));
        }

        private Mono<Refusal> missingCreateAbove(Place place) {
            MailboxPath sane = place.path().sanitize(user().getPathDelimiter());
            return tree.above(sane, user())
                    .flatMap(parent -> access.rights(parent, user().getUser()))
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(
                            above ->
                                    above.map(rights -> missing(rights, Rights.of(Right.CREATE)))
                                            .orElseGet(() -> absent(place)));
        }

        private Mono<Refusal> absent(Place place) {
            return place.foreign() ? Mono.just(Refusal.notFound(request)) : Mono.empty();
        }

        private Mono<Refusal> missing(Rights rights, Rights needed) {
            if (rights.containsAny(needed)) {
                return Mono.empty();
            }
            return Mono.just(
                    rights.contains(Right.LOOKUP)
                            ? Refusal.missing(request, needed.members().iterator().next())
                            : Refusal.notFound(request));
        }

        /** Needs all of these rights on the selected mailbox. */
        public Passage needsSelected(Right... rights) {
            Passage passage = this;
            for (Right right : rights) {
                passage = passage.needsSelectedAny(Rights.of(right));
            }
            return passage;
        }

        /** Needs one of these rights on the selected mailbox; none when there are none. */
        public Passage needsSelectedAny(Rights rights) {
            return rights.isEmpty() ? this : and(Mono.defer(() -> missingSelected(rights)));
        }

        /** That a selected mailbox is there, its session knows; so nothing is to hide. */
        private Mono<Refusal> missingSelected(Rights needed) {
            if (session.getSelected() == null) {
                return Mono.empty();
            }
            MailboxId id = session.getSelected().getMailboxId();
            return mailboxes
                    .selected(id, user())
                    .map(Found::rights)
                    .onErrorResume(MailboxNotFoundException.class, e -> Mono.just(Rights.NONE))
                    .doOnNext(rights -> guards.note(session, rights))
                    .filter(rights -> !rights.containsAny(needed))
                    .map(
                            rights ->
                                    ExaminedMailbox.is(user(), id) && rights.contains(Right.READ)
                                            ? Refusal.readOnly(request)
                                            : Refusal.missing(
                                                    request, needed.members().iterator().next()));
        }

        private MailboxSession user() {
            return session.getMailboxSession();
        }

        /** Runs the command, or answers with the first refusal. */
        public Mono<Void> then(Supplier<Mono<Void>> command) {
            return refusals.next()
                    .delayUntil(refusal -> beforeRefusal)
                    .doOnNext(responder::respond)
                    .hasElement()
                    .flatMap(refused -> refused ? Mono.empty() : command.get());
        }

        /** Runs the command, or that one in its place. */
        public Mono<Void> then(Supplier<Mono<Void>> command, Supplier<Mono<Void>> otherwise) {
            return refusals.next()
                    .hasElement()
                    .flatMap(refused -> refused ? otherwise.get() : command.get());
        }

        /**
         * Runs a command of James on the mailbox of that name, or answers with the first refusal.
         *
         * @param command gets the name that the owner uses, and a session in which it is found
         */
        public Mono<Void> thenOn(
                String mailbox, BiFunction<String, ImapSession, Mono<Void>> command) {
            return then(
                    () -> {
                        Optional<Place> place =
                                names.place(mailbox, session).filter(Place::foreign);
                        return place.isEmpty()
                                ? command.apply(mailbox, session)
                                : command.apply(place.get().localName(), acting(place.get()));
                    });
        }

        private ImapSession acting(Place place) {
            return ActingSession.in(
                    session,
                    place.path().getUser(),
                    selected -> guards.guard(selected, session, place.path()));
        }
    }
}
