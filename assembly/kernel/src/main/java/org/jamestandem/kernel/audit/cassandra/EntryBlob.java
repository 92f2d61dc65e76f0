package org.jamestandem.kernel.audit.cassandra;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.james.core.Username;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.AuditChannel;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;

/** An entry as compressed JSON, without what its row's key says. */
final class EntryBlob {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(Content.class);
    private static final ObjectReader READER = JSON.readerFor(Content.class);

    private EntryBlob() {}

    static ByteBuffer of(AuditEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(bytes)) {
            WRITER.writeValue(compressed, Content.of(entry));
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /**
     * @throws IOException when another version wrote what this one does not know
     */
    static AuditEntry read(UUID id, Username owner, Instant at, ByteBuffer blob)
            throws IOException {
        byte[] bytes = new byte[blob.remaining()];
        blob.duplicate().get(bytes);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return READER.<Content>readValue(plain).entry(id, owner, at);
        }
    }

    private record Content(
            AuditChannel channel,
            String actor,
            String device,
            String address,
            List<DeedContent> deeds) {
        static Content of(AuditEntry entry) {
            Actor actor = entry.actor();
            return new Content(
                    actor.channel(),
                    actor.name(),
                    actor.device(),
                    actor.address(),
                    entry.deeds().stream().map(DeedContent::of).toList());
        }

        AuditEntry entry(UUID id, Username owner, Instant at) {
            return new AuditEntry(
                    id,
                    owner,
                    at,
                    new Actor(channel, actor, device, address),
                    deeds.stream().map(DeedContent::deed).toList());
        }
    }

    private record DeedContent(
            AuditAction action, String rule, String folder, List<String> messages) {
        static DeedContent of(Deed deed) {
            return new DeedContent(deed.action(), deed.rule(), deed.folder(), deed.messages());
        }

        Deed deed() {
            return new Deed(action, rule, folder, messages);
        }
    }
}
