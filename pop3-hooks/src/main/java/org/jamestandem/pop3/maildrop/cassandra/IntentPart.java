package org.jamestandem.pop3.maildrop.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.james.core.Username;
import org.jamestandem.pop3.maildrop.QuitIntent;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * One row of an intent. An intent that would make a row too large is several; it counts only when
 * part 0, written last, is there with all the others.
 */
record IntentPart(
        UUID intent,
        int part,
        int parts,
        String device,
        Instant at,
        List<String> folders,
        Disposition disposition,
        List<String> messages) {
    private static final int MESSAGES = 2000;

    static List<IntentPart> of(QuitIntent intent) {
        List<List<String>> chunks = new ArrayList<>();
        List<Disposition> dispositions = new ArrayList<>();
        intent.work()
                .forEach(
                        (disposition, messages) -> {
                            List<String> all = messages.stream().map(MessageKey::value).toList();
                            for (int i = 0; i < all.size(); i += MESSAGES) {
                                chunks.add(all.subList(i, Math.min(i + MESSAGES, all.size())));
                                dispositions.add(disposition);
                            }
                        });
        List<String> folders = intent.folders().stream().map(FolderName::value).toList();
        List<IntentPart> parts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            parts.add(
                    new IntentPart(
                            intent.id(),
                            i,
                            chunks.size(),
                            intent.reader().device().name(),
                            intent.at(),
                            folders,
                            dispositions.get(i),
                            chunks.get(i)));
        }
        return parts;
    }

    static IntentPart of(Row row) {
        return new IntentPart(
                row.getUuid("intent"),
                row.getInt("part"),
                row.getInt("parts"),
                row.getString("device"),
                row.getInstant("recorded_at"),
                row.getList("folders", String.class),
                Disposition.parse(row.getString("disposition")),
                row.getList("messages", String.class));
    }

    /** The intent that these parts make; empty when one of them is not there. */
    static Optional<QuitIntent> joined(Username user, List<IntentPart> parts) {
        IntentPart first = parts.get(0);
        if (parts.size() != first.parts()) {
            return Optional.empty();
        }
        Map<Disposition, Set<MessageKey>> work = new TreeMap<>();
        for (IntentPart part : parts) {
            Set<MessageKey> messages =
                    work.computeIfAbsent(part.disposition(), any -> new HashSet<>());
            part.messages().forEach(message -> messages.add(new MessageKey(message)));
        }
        Reader reader = new Reader(user, new Device(first.device()));
        List<FolderName> folders = first.folders().stream().map(FolderName::new).toList();
        return Optional.of(new QuitIntent(first.intent(), reader, first.at(), folders, work));
    }

    String dispositionWord() {
        return disposition.word();
    }
}
