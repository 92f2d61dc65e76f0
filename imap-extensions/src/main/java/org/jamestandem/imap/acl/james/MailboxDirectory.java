package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailbox.model.search.Wildcard;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James' mailboxes whoever asks. James' own look-ups ask James' own lists first, which know neither
 * groups nor {@code anyone}.
 */
@Singleton
public final class MailboxDirectory {
    private final MailboxSessionMapperFactory mappers;

    @Inject
    MailboxDirectory(MailboxSessionMapperFactory mappers) {
        this.mappers = mappers;
    }

    /** Fails with {@link MailboxNotFoundException} when there is none of that path. */
    public Mono<Mailbox> find(MailboxPath path, MailboxSession session) {
        return mailboxes(session)
                .flatMap(all -> all.findMailboxByPath(path))
                .switchIfEmpty(Mono.error(() -> new MailboxNotFoundException(path)));
    }

    /** Fails with {@link MailboxNotFoundException} when there is none of that id. */
    public Mono<Mailbox> find(MailboxId id, MailboxSession session) {
        return mailboxes(session)
                .flatMap(all -> all.findMailboxById(id))
                .switchIfEmpty(Mono.error(() -> new MailboxNotFoundException(id)));
    }

    /** Every mailbox of that owner. */
    public Flux<Mailbox> of(Username owner, MailboxSession session) {
        MailboxQuery.UserBound everything =
                MailboxQuery.builder()
                        .privateNamespace()
                        .username(owner)
                        .expression(Wildcard.INSTANCE)
                        .build()
                        .asUserBound();
        return mailboxes(session).flatMapMany(all -> all.findMailboxWithPathLike(everything));
    }

    private Mono<MailboxMapper> mailboxes(MailboxSession session) {
        return Mono.fromCallable(() -> mappers.getMailboxMapper(session));
    }
}
