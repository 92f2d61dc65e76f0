package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jamestandem.pop3.maildrop.HiddenMessages;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

final class CassandraHiddenMessages implements HiddenMessages {
    private static final String SELECT =
            "SELECT message FROM " + Tables.HIDDEN + " WHERE owner = ? AND device = ?";
    private static final String INSERT =
            "INSERT INTO " + Tables.HIDDEN + " (owner, device, message) VALUES (?, ?, ?)";

    private final Statements statements;

    CassandraHiddenMessages(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Mono<Set<MessageKey>> hiddenFrom(Reader reader) {
        return statements
                .rows(SELECT, reader.user().asString(), reader.device().name())
                .map(CassandraHiddenMessages::message)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<Void> hide(Reader reader, Collection<MessageKey> messages) {
        String owner = reader.user().asString();
        String device = reader.device().name();
        return statements.runInPartition(
                INSERT, messages, message -> List.of(owner, device, message.value()));
    }

    private static MessageKey message(Row row) {
        return new MessageKey(row.getString(0));
    }
}
