package org.jamestandem.imap.metadata.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.MailboxPath;
import org.jamestandem.imap.acl.james.MailboxDirectory;
import org.jamestandem.imap.acl.james.Refusal;
import org.jamestandem.imap.metadata.PrivateEntries;
import org.jamestandem.imap.metadata.PrivateEntry;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Annotations of somebody else's mailbox: {@code /shared} ones are James', by the owner's storage;
 * {@code /private} ones are the user's own and never the owner's (RFC 5464 §3.3).
 */
@Singleton
final class ForeignMetadata {
    private static final String SHARED = "/shared/";

    private final MailboxManager mailboxes;
    private final MailboxDirectory directory;
    private final PrivateEntries entries;

    @Inject
    ForeignMetadata(MailboxManager mailboxes, MailboxDirectory directory, PrivateEntries entries) {
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.entries = entries;
    }

    /** Everything that the session's user may see there. */
    Flux<MailboxAnnotation> of(MailboxPath path, MailboxSession session) {
        Flux<MailboxAnnotation> shared =
                asOwner(path, owner -> Flux.from(mailboxes.getAllAnnotationsReactive(path, owner)))
                        .filter(annotation -> isShared(name(annotation)));
        Flux<MailboxAnnotation> own =
                id(path, session)
                        .flatMapMany(id -> entries.of(user(session), id))
                        .map(ForeignMetadata::annotation);
        return Flux.concat(shared, own);
    }

    /** Sets or, where they have no value, removes them; or nothing at all, and says why not. */
    Mono<Refusal> set(
            MailboxPath path,
            List<MailboxAnnotation> wanted,
            MailboxSession session,
            ImapRequest request) {
        Optional<String> unknown =
                wanted.stream()
                        .map(ForeignMetadata::name)
                        .filter(name -> !isShared(name) && !PrivateEntry.isPrivate(name))
                        .findFirst();
        return unknown.map(
                        name ->
                                Mono.just(
                                        Refusal.cannot(
                                                request, "A mailbox has no entry " + name + ".")))
                .orElseGet(() -> setKnown(path, wanted, session, request));
    }

    private Mono<Refusal> setKnown(
            MailboxPath path,
            List<MailboxAnnotation> wanted,
            MailboxSession session,
            ImapRequest request) {
        List<MailboxAnnotation> own = those(wanted, PrivateEntry::isPrivate);
        List<MailboxAnnotation> shared = those(wanted, ForeignMetadata::isShared);
        return id(path, session)
                .flatMap(
                        id ->
                                tooMuch(own, id, session, request)
                                        .switchIfEmpty(
                                                setShared(path, shared)
                                                        .then(setOwn(own, id, session))
                                                        .then(Mono.empty())));
    }

    private static List<MailboxAnnotation> those(
            List<MailboxAnnotation> annotations, Predicate<String> named) {
        return annotations.stream().filter(one -> named.test(name(one))).toList();
    }

    private Mono<Refusal> tooMuch(
            List<MailboxAnnotation> wanted,
            String mailboxId,
            MailboxSession session,
            ImapRequest request) {
        if (wanted.stream()
                .anyMatch(one -> one.size() > MailboxConstants.DEFAULT_LIMIT_ANNOTATION_SIZE)) {
            return Mono.just(
                    new Refusal(
                            request,
                            "METADATA MAXSIZE " + MailboxConstants.DEFAULT_LIMIT_ANNOTATION_SIZE,
                            "The value is too large."));
        }
        return entries.of(user(session), mailboxId)
                .map(PrivateEntry::name)
                .collect(Collectors.toSet())
                .filter(
                        present ->
                                with(present, wanted).size()
                                        > MailboxConstants.DEFAULT_LIMIT_ANNOTATIONS_ON_MAILBOX)
                .map(
                        any ->
                                new Refusal(
                                        request,
                                        "METADATA TOOMANY",
                                        "There are too many entries already."));
    }

    private static Set<String> with(Set<String> present, List<MailboxAnnotation> wanted) {
        Set<String> names = new HashSet<>(present);
        for (MailboxAnnotation annotation : wanted) {
            if (annotation.isNil()) {
                names.remove(name(annotation));
            } else {
                names.add(name(annotation));
            }
        }
        return names;
    }

    private Mono<Void> setShared(MailboxPath path, List<MailboxAnnotation> shared) {
        return shared.isEmpty()
                ? Mono.empty()
                : asOwner(path, owner -> mailboxes.updateAnnotationsReactive(path, owner, shared))
                        .then();
    }

    private Mono<Void> setOwn(
            List<MailboxAnnotation> wanted, String mailboxId, MailboxSession session) {
        return Flux.fromIterable(wanted)
                .concatMap(
                        one ->
                                one.getValue()
                                        .map(value -> new PrivateEntry(name(one), value))
                                        .map(entry -> entries.set(user(session), mailboxId, entry))
                                        .orElseGet(
                                                () ->
                                                        entries.remove(
                                                                user(session),
                                                                mailboxId,
                                                                name(one))))
                .then();
    }

    private Mono<String> id(MailboxPath path, MailboxSession session) {
        return directory.find(path, session).map(mailbox -> mailbox.getMailboxId().serialize());
    }

    private <T> Flux<T> asOwner(MailboxPath path, Function<MailboxSession, Publisher<T>> work) {
        return Flux.using(
                () -> mailboxes.createSystemSession(path.getUser()),
                work,
                mailboxes::endProcessingRequest);
    }

    private static String user(MailboxSession session) {
        Username user = session.getUser();
        return user.asString();
    }

    private static boolean isShared(String name) {
        return name.startsWith(SHARED);
    }

    private static String name(MailboxAnnotation annotation) {
        return annotation.getKey().asString();
    }

    private static MailboxAnnotation annotation(PrivateEntry entry) {
        return MailboxAnnotation.newInstance(new MailboxAnnotationKey(entry.name()), entry.value());
    }
}
