package org.jamestandem.kernel.audit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.AuditTrail;
import org.jamestandem.kernel.audit.AuditTrailContract;
import org.junit.jupiter.api.Test;

class MemoryAuditTrailTest implements AuditTrailContract {
    private final MemoryAuditTrail trail = new MemoryAuditTrail(SETTINGS, Clock.systemUTC());

    @Override
    public AuditTrail testee() {
        return trail;
    }

    @Test
    void ofTooManyEntriesTheOldestAreForgotten() {
        for (int i = 0; i <= MemoryAuditTrail.ENTRIES; i++) {
            trail.append(
                            AuditTrailContract.entry(
                                    ANNA, MONDAY.plusSeconds(i), AuditTrailContract.taken("m" + i)))
                    .block(LIMIT);
        }
        assertThat(
                        trail.entries(ANNA, BEGINNING, END)
                                .map(AuditEntry::at)
                                .collectList()
                                .block(LIMIT))
                .hasSize(MemoryAuditTrail.ENTRIES)
                .doesNotContain(
                        AuditTrailContract.entry(ANNA, MONDAY, AuditTrailContract.taken("m0"))
                                .at());
    }
}
