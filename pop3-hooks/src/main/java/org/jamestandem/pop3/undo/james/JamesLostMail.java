package org.jamestandem.pop3.undo.james;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageIdManager;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageResult;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.james.SessionMark;
import org.jamestandem.pop3.undo.LostMail;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folders of James' own, and its vault where there is one. */
public final class JamesLostMail implements LostMail {
    private final MailboxManager mailboxes;
    private final MessageIdManager messages;
    private final MessageId.Factory ids;
    private final Copies copies;

    @Inject
    JamesLostMail(
            @Named("mailboxmanager") MailboxManager mailboxes,
            MessageIdManager messages,
            MessageId.Factory ids,
            Copies copies) {
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.ids = ids;
        this.copies = copies;
    }

    @Override
    public boolean keepsCopies() {
        return copies.areKept();
    }

    @Override
    public Mono<Boolean> moveBack(Username owner, String folder, String message) {
        return Mono.using(
                () -> session(owner),
                session -> moveBack(session, folder, ids.fromString(message)),
                mailboxes::endProcessingRequest);
    }

    @Override
    public Mono<Boolean> storeAgain(Username owner, String message) {
        return Mono.using(
                () -> session(owner),
                session ->
                        copies.appendTo(MailboxPath.inbox(owner), session, ids.fromString(message)),
                mailboxes::endProcessingRequest);
    }

    private MailboxSession session(Username owner) {
        return SessionMark.on(mailboxes.createSystemSession(owner), AuditChannel.WEBADMIN);
    }

    /** Asks for the message, since James' {@code messagesMetadata} in memory tells of all. */
    private Mono<Boolean> moveBack(MailboxSession session, String folder, MessageId message) {
        MailboxPath inbox = MailboxPath.inbox(session);
        Mono<List<MessageResult>> places =
                Flux.from(
                                messages.getMessagesReactive(
                                        List.of(message), FetchGroup.MINIMAL, session))
                        .collectList();
        return Mono.zip(id(inbox, session), id(path(session, folder), session), places)
                .flatMap(found -> moveBack(session, found.getT1(), found.getT2(), found.getT3()))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> moveBack(
            MailboxSession session, MailboxId inbox, MailboxId folder, List<MessageResult> places) {
        if (places.stream().anyMatch(place -> place.getMailboxId().equals(inbox))) {
            return Mono.just(true);
        }
        return Flux.fromIterable(places)
                .filter(place -> place.getMailboxId().equals(folder))
                .next()
                .flatMapMany(
                        place ->
                                mailboxes.moveMessagesReactive(
                                        place.getUid().toRange(), folder, inbox, session))
                .hasElements();
    }

    private Mono<MailboxId> id(MailboxPath path, MailboxSession session) {
        return Mono.from(mailboxes.getMailboxReactive(path, session))
                .map(folder -> folder.getId())
                .onErrorResume(MailboxNotFoundException.class, none -> Mono.empty());
    }

    private static MailboxPath path(MailboxSession session, String folder) {
        return MailboxPath.forUser(session.getUser(), folder);
    }
}
