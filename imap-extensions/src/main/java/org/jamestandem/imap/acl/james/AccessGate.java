package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.main.DeniedAccessOnSharedMailboxException;
import org.apache.james.imap.main.PathConverter;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.james.AccessControlledMailboxes.Found;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a command pass when the user has the rights it needs (RFC 4314 §4), and else answers {@code
 * NO [NOPERM]}, or {@code NO [READ-ONLY]} in a mailbox that is examined. A mailbox that cannot be
 * found is left to the command.
 */
@Singleton
public final class AccessGate {
    private final AccessControlledMailboxes mailboxes;

    @Inject
    AccessGate(AccessControlledMailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** One command on its way, and what stands against it; nothing when the flux is empty. */
    public final class Passage {
        private final ImapRequest request;
        private final ImapSession session;
        private final Responder responder;
        private final Flux<Refusal> refusals;

        private Passage(
                ImapRequest request,
                ImapSession session,
                Responder responder,
                Flux<Refusal> refusals) {
            this.request = request;
            this.session = session;
            this.responder = responder;
            this.refusals = refusals;
        }

        /** Needs that right on the mailbox of that name. */
        public Passage needs(Right right, String mailbox) {
            return and(
                    Mono.defer(() -> mailboxes.find(path(mailbox), user()))
                            .map(Found::rights)
                            .flatMap(rights -> missing(rights, Rights.of(right))));
        }

        /** Needs {@code k} on the nearest mailbox above that name, where there is one. */
        public Passage needsCreateAbove(String mailbox) {
            return and(
                    Flux.defer(() -> Flux.fromStream(above(path(mailbox))))
                            .concatMap(
                                    parent ->
                                            mailboxes
                                                    .find(parent, user())
                                                    .onErrorResume(
                                                            MailboxNotFoundException.class,
                                                            e -> Mono.empty()))
                            .next()
                            .map(Found::rights)
                            .flatMap(rights -> missing(rights, Rights.of(Right.CREATE))));
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

        private Mono<Refusal> missingSelected(Rights needed) {
            MailboxId id = session.getSelected().getMailboxId();
            return mailboxes
                    .selected(id, user())
                    .map(Found::rights)
                    .flatMap(rights -> missing(rights, needed))
                    .map(
                            refusal ->
                                    ExaminedMailbox.is(user(), id)
                                            ? Refusal.readOnly(request)
                                            : refusal);
        }

        private Mono<Refusal> missing(Rights rights, Rights needed) {
            return rights.containsAny(needed)
                    ? Mono.empty()
                    : Mono.just(Refusal.missing(request, needed.members().iterator().next()));
        }

        private Passage and(Mono<Refusal> check) {
            Mono<Refusal> found =
                    check.onErrorResume(MailboxNotFoundException.class, e -> Mono.empty())
                            .onErrorResume(
                                    DeniedAccessOnSharedMailboxException.class, e -> Mono.empty());
            return new Passage(request, session, responder, refusals.concatWith(found));
        }

        private MailboxPath path(String mailbox) {
            return PathConverter.forSession(session).buildFullPath(mailbox);
        }

        private MailboxSession user() {
            return session.getMailboxSession();
        }

        private Stream<MailboxPath> above(MailboxPath path) {
            List<MailboxPath> levels = path.getHierarchyLevels(user().getPathDelimiter());
            return Stream.iterate(levels.size() - 2, i -> i >= 0, i -> i - 1).map(levels::get);
        }

        /** Runs the command, or answers with the first refusal. */
        public Mono<Void> then(Supplier<Mono<Void>> command) {
            return refusals.next()
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
    }

    /** A command that needs nothing so far. */
    public Passage passage(ImapRequest request, ImapSession session, Responder responder) {
        return new Passage(request, session, responder, Flux.empty());
    }
}
