package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.Test;

/** What docs/extensions/pop3.md promises of the memory that an open session holds. */
class OpenSessionMemoryTest {
    private static final int MESSAGES = 100_000;
    private static final long OCTETS_OF_A_MESSAGE = 300;
    private static final List<FolderName> FOLDERS = List.of(FolderName.INBOX);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void aSessionHoldsNoMoreForEachMessageThanIsDocumented() {
        long before = used();
        Maildrop maildrop = opened();
        long after = used();

        assertThat(maildrop.count()).isEqualTo(MESSAGES);
        assertThat((after - before) / MESSAGES).isBetween(50L, OCTETS_OF_A_MESSAGE);
    }

    @Test
    void marksAddNextToNothing() {
        Maildrop maildrop = opened();
        long before = used();
        for (int number = 1; number <= MESSAGES; number++) {
            maildrop.delete(number);
            maildrop.markRetrieved(number, true);
        }
        long after = used();

        assertThat(maildrop.count()).isZero();
        assertThat((after - before) / MESSAGES).isLessThan(8);
    }

    /** As on Cassandra, with the unique-ids of stock James: nothing in it is shared. */
    private static Maildrop opened() {
        List<StoredMessage> messages = new ArrayList<>();
        Map<MessageKey, UniqueId> aliases = new HashMap<>();
        for (int uid = 1; uid <= MESSAGES; uid++) {
            MessageKey key = new MessageKey(UUID.randomUUID().toString());
            messages.add(
                    new StoredMessage(
                            key, new Place(FolderName.INBOX, uid), 1_000, NOW.plusMillis(uid)));
            aliases.put(new MessageKey(key.value()), UniqueId.ofUid(uid));
        }
        return new Maildrop(Listing.of(FOLDERS, messages).offered(message -> true, aliases));
    }

    /** Octets that are in use when nothing is left to collect. */
    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            ManagementFactory.getMemoryMXBean().gc();
            used =
                    Math.min(
                            used,
                            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }
}
