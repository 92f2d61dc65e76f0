package org.jamestandem.mailets.hold;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.Protocol;

/** A store with one repository. */
public final class OneRepository implements MailRepositoryStore {
    static final MailRepositoryUrl URL = MailRepositoryUrl.from("memory://var/mail/held/");

    private final MailRepository repository;

    /** Any URL means it. */
    public OneRepository(MailRepository repository) {
        this.repository = repository;
    }

    @Override
    public MailRepository select(MailRepositoryUrl url) {
        return repository;
    }

    @Override
    public Optional<Protocol> defaultProtocol() {
        return Optional.empty();
    }

    @Override
    public Optional<MailRepository> get(MailRepositoryUrl url) {
        return Optional.of(repository);
    }

    @Override
    public Stream<MailRepository> getByPath(MailRepositoryPath path) {
        return Stream.of(repository);
    }

    @Override
    public Stream<MailRepositoryUrl> getUrls() {
        return Stream.of(URL);
    }
}
