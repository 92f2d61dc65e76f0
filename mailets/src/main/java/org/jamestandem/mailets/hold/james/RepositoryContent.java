package org.jamestandem.mailets.hold.james;

import java.util.List;
import java.util.UUID;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryStore.MailRepositoryStoreException;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.server.core.MailImpl;
import org.apache.james.util.ReactorUtils;
import org.apache.mailet.Mail;
import org.jamestandem.mailets.hold.HeldContent;
import reactor.core.publisher.Mono;

/**
 * Held mail in one of James' mail repositories, where an operator finds it over webadmin too. Each
 * is there under its own name.
 */
public final class RepositoryContent implements HeldContent {
    private static final String PREFIX = "held-";

    private final MailRepositoryStore repositories;
    private final MailRepositoryUrl url;

    /**
     * @param url of the repository; it is made when there is none
     */
    public RepositoryContent(MailRepositoryStore repositories, MailRepositoryUrl url) {
        this.repositories = repositories;
        this.url = url;
    }

    @Override
    public Mono<Void> store(UUID id, Mail mail, MailAddress recipient) {
        return Mono.fromCallable(
                        () -> {
                            MailImpl copy = MailImpl.duplicate(mail);
                            try {
                                copy.setName(PREFIX + id);
                                copy.setRecipients(List.of(recipient));
                                return repository().store(copy);
                            } finally {
                                LifecycleUtil.dispose(copy);
                            }
                        })
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .then();
    }

    @Override
    public Mono<Mail> read(UUID id) {
        return Mono.fromCallable(() -> repository().retrieve(key(id)))
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }

    @Override
    public Mono<Void> remove(UUID id) {
        return Mono.fromCallable(
                        () -> {
                            repository().remove(key(id));
                            return id;
                        })
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                .then();
    }

    private MailRepository repository() throws MailRepositoryStoreException {
        return repositories.select(url);
    }

    private static MailKey key(UUID id) {
        return new MailKey(PREFIX + id);
    }
}
