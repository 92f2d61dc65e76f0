package org.jamestandem.distribution.queue.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import reactor.core.publisher.Mono;

/**
 * One row for each mail in a queue, in a partition for each hour, and one row for each such hour.
 * Read at a start only, so that the traces of deleted rows do not pile up where they are read.
 */
final class QueueRows {
    private static final CassandraTable MAILS =
            new CassandraTable(
                    "tandem_queue",
                    "queue text, hour int, id timeuuid, name text, due timestamp,"
                            + " PRIMARY KEY ((queue, hour), id)",
                    "gc_grace_seconds = 86400");
    private static final CassandraTable HOURS =
            new CassandraTable(
                    "tandem_queue_hours",
                    "queue text, hour int, PRIMARY KEY (queue, hour)",
                    "gc_grace_seconds = 86400");

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement select;
    private final PreparedStatement insertHour;
    private final PreparedStatement deleteHour;
    private final PreparedStatement hours;
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    @Inject
    QueueRows(CqlSession session) {
        MAILS.create(session);
        HOURS.create(session);
        this.session = session;
        this.insert =
                session.prepare(
                        "INSERT INTO tandem_queue (queue, hour, id, name, due) VALUES (?, ?, ?, ?,"
                                + " ?)");
        this.delete =
                session.prepare("DELETE FROM tandem_queue WHERE queue = ? AND hour = ? AND id = ?");
        this.select =
                session.prepare(
                        "SELECT id, name, due FROM tandem_queue WHERE queue = ? AND hour = ?");
        this.insertHour =
                session.prepare("INSERT INTO tandem_queue_hours (queue, hour) VALUES (?, ?)");
        this.deleteHour =
                session.prepare("DELETE FROM tandem_queue_hours WHERE queue = ? AND hour = ?");
        this.hours = session.prepare("SELECT hour FROM tandem_queue_hours WHERE queue = ?");
    }

    static int hour(Instant instant) {
        return Math.toIntExact(Duration.between(Instant.EPOCH, instant).toHours());
    }

    Mono<Void> insert(KeptMail mail) {
        return noteHour(mail)
                .then(
                        Mono.from(
                                session.executeReactive(
                                        insert.bind(
                                                mail.queue(),
                                                mail.hour(),
                                                mail.id(),
                                                mail.name(),
                                                mail.due()))))
                .then();
    }

    Mono<Void> delete(KeptMail mail) {
        return Mono.from(session.executeReactive(delete.bind(mail.queue(), mail.hour(), mail.id())))
                .then();
    }

    /** Blocks. Hours that are over and empty are forgotten on the way. */
    List<KeptMail> of(String queue) {
        List<KeptMail> mails = new ArrayList<>();
        int current = hour(Instant.now());
        for (Row row : session.execute(hours.bind(queue))) {
            int hour = row.getInt("hour");
            List<KeptMail> found = of(queue, hour);
            mails.addAll(found);
            if (found.isEmpty() && hour < current - 1) {
                session.execute(deleteHour.bind(queue, hour));
            }
        }
        return mails;
    }

    private List<KeptMail> of(String queue, int hour) {
        List<KeptMail> mails = new ArrayList<>();
        for (Row row : session.execute(select.bind(queue, hour))) {
            mails.add(
                    new KeptMail(
                            queue,
                            row.getUuid("id"),
                            hour,
                            row.getString("name"),
                            row.getInstant("due")));
        }
        return mails;
    }

    /** Once an hour in each process, and before the first mail of that hour. */
    private Mono<Void> noteHour(KeptMail mail) {
        String key = mail.queue() + " " + mail.hour();
        return written.contains(key)
                ? Mono.empty()
                : Mono.from(session.executeReactive(insertHour.bind(mail.queue(), mail.hour())))
                        .then(Mono.fromRunnable(() -> written.add(key)));
    }
}
