package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.kernel.state.cassandra.Statements;
import org.jamestandem.pop3.maildrop.FolderNote;
import org.jamestandem.pop3.maildrop.FolderNotes;
import org.jamestandem.pop3.maildrop.UidFloor;
import org.jamestandem.pop3.text.WireSize;
import reactor.core.publisher.Mono;

/** One partition for a folder: what is said of the folder is static, sizes are rows. */
final class CassandraFolderNotes implements FolderNotes {
    private static final String SELECT = "SELECT * FROM " + Tables.FOLDERS + " WHERE folder = ?";
    private static final String INSERT_SIZE =
            "INSERT INTO " + Tables.FOLDERS + " (folder, uid, ascii, utf8) VALUES (?, ?, ?, ?)";
    private static final String DELETE_SIZE =
            "DELETE FROM " + Tables.FOLDERS + " WHERE folder = ? AND uid = ?";
    private static final String INSERT_MEASURED =
            "INSERT INTO " + Tables.FOLDERS + " (folder, measured) VALUES (?, ?)";
    private static final String INSERT_FLOOR =
            "INSERT INTO "
                    + Tables.FOLDERS
                    + " (folder, lowest, highest, seen_at, read_whole_at) VALUES (?, ?, ?, ?, ?)";

    private final Statements statements;

    CassandraFolderNotes(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Mono<FolderNote> of(String folder) {
        return statements.manyRows(SELECT, folder).collectList().map(CassandraFolderNotes::note);
    }

    @Override
    public Mono<Void> measured(String folder, long upTo, Map<Long, WireSize> sizes) {
        return statements
                .runInPartition(
                        INSERT_SIZE,
                        sizes.entrySet(),
                        size ->
                                List.of(
                                        folder,
                                        size.getKey(),
                                        size.getValue().ascii(),
                                        size.getValue().utf8()))
                .then(statements.run(INSERT_MEASURED, folder, upTo));
    }

    @Override
    public Mono<Void> forget(String folder, Collection<Long> uids) {
        return statements.runInPartition(DELETE_SIZE, uids, uid -> List.of(folder, uid));
    }

    @Override
    public Mono<Void> floor(String folder, UidFloor floor) {
        return statements.run(
                INSERT_FLOOR,
                folder,
                floor.lowest(),
                floor.highest(),
                floor.seenAt(),
                floor.readWholeAt());
    }

    private static FolderNote note(List<Row> rows) {
        if (rows.isEmpty()) {
            return FolderNote.NONE;
        }
        Map<Long, WireSize> sizes = new HashMap<>();
        for (Row row : rows) {
            if (!row.isNull("uid")) {
                sizes.put(
                        row.getLong("uid"),
                        new WireSize(row.getLong("ascii"), row.getLong("utf8")));
            }
        }
        Row any = rows.get(0);
        return new FolderNote(any.getLong("measured"), sizes, floor(any));
    }

    private static Optional<UidFloor> floor(Row row) {
        return row.isNull("lowest")
                ? Optional.empty()
                : Optional.of(
                        new UidFloor(
                                row.getLong("lowest"),
                                row.getLong("highest"),
                                row.getInstant("seen_at"),
                                row.getInstant("read_whole_at")));
    }
}
