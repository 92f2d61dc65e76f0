package org.jamestandem.pop3.migration.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jamestandem.kernel.state.cassandra.CassandraTable;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.migration.Uploads;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A text is compressed and kept in rows of one partition, which leave by themselves. */
@Singleton
public final class CassandraUploads implements Uploads {
    static final CassandraTable TABLE =
            new CassandraTable(
                    "tandem_pop3_uploads",
                    "id uuid, part int, parts int, content blob, PRIMARY KEY ((id), part)",
                    "default_time_to_live = "
                            + Duration.ofDays(7).toSeconds()
                            + " AND gc_grace_seconds = 86400");

    private static final int PART = 256 * 1024;
    private static final String INSERT =
            "INSERT INTO " + TABLE.name() + " (id, part, parts, content) VALUES (?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT part, parts, content FROM " + TABLE.name() + " WHERE id = ?";

    private final Statements statements;

    @Inject
    public CassandraUploads(CqlSession session) {
        TABLE.create(session);
        this.statements = new Statements(session);
    }

    @Override
    public Mono<Void> keep(UUID id, String text) {
        return Mono.fromCallable(() -> compressed(text)).flatMap(bytes -> keep(id, bytes));
    }

    @Override
    public Mono<String> of(UUID id) {
        return statements
                .rows(SELECT, id)
                .collectList()
                .filter(rows -> !rows.isEmpty() && rows.size() == rows.get(0).getInt("parts"))
                .flatMap(rows -> Mono.fromCallable(() -> text(rows)));
    }

    private Mono<Void> keep(UUID id, byte[] bytes) {
        int parts = (bytes.length + PART - 1) / PART;
        return Flux.range(0, parts)
                .concatMap(part -> statements.run(INSERT, id, part, parts, part(bytes, part)))
                .then();
    }

    private static ByteBuffer part(byte[] bytes, int part) {
        int from = part * PART;
        return ByteBuffer.wrap(bytes, from, Math.min(PART, bytes.length - from)).slice();
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String text(List<Row> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Row row : rows) {
            ByteBuffer content = row.getByteBuffer("content");
            byte[] part = new byte[content.remaining()];
            content.get(part);
            bytes.write(part);
        }
        try (GZIPInputStream plain =
                new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
