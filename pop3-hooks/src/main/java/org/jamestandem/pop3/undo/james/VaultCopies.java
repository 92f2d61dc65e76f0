package org.jamestandem.pop3.undo.james;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.model.ByteSourceContent;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.vault.DeletedMessageContentNotFoundException;
import org.apache.james.vault.DeletedMessageVault;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** James' vault of deleted messages. Used only where the server has one. */
final class VaultCopies implements Copies {
    private final DeletedMessageVault vault;
    private final MailboxManager mailboxes;
    private final boolean kept;

    /**
     * @param kept whether the server puts what is removed into the vault
     */
    VaultCopies(DeletedMessageVault vault, MailboxManager mailboxes, boolean kept) {
        this.vault = vault;
        this.mailboxes = mailboxes;
        this.kept = kept;
    }

    @Override
    public boolean areKept() {
        return kept;
    }

    /**
     * Gives the copy up last: when that fails the message may come back twice, never not at all.
     */
    @Override
    public Mono<Boolean> appendTo(MailboxPath folder, MailboxSession session, MessageId message) {
        return Mono.from(vault.loadMimeMessage(session.getUser(), message))
                .onErrorResume(DeletedMessageContentNotFoundException.class, gone -> Mono.empty())
                .flatMap(text -> append(folder, session, text))
                .delayUntil(done -> vault.delete(session.getUser(), message))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> append(MailboxPath folder, MailboxSession session, InputStream text) {
        return Mono.using(
                        () -> ByteSourceContent.of(text),
                        content ->
                                Mono.from(mailboxes.getMailboxReactive(folder, session))
                                        .flatMap(
                                                inbox ->
                                                        Mono.from(
                                                                inbox.appendMessageReactive(
                                                                        AppendCommand.builder()
                                                                                .build(content),
                                                                        session)))
                                        .thenReturn(true),
                        VaultCopies::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static void close(ByteSourceContent content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
