package org.jamestandem.kernel.activity.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderLedger;
import org.jamestandem.kernel.activity.ReaderLedgerContract;
import org.jamestandem.kernel.activity.Visit;
import org.junit.jupiter.api.Test;

class MemoryReaderLedgerTest implements ReaderLedgerContract {
    private final MemoryReaderLedger ledger = new MemoryReaderLedger();

    @Override
    public ReaderLedger testee() {
        return ledger;
    }

    @Test
    void ofTooManyDevicesTheOneSeenLongestAgoIsForgotten() {
        for (int i = 0; i <= MemoryReaderLedger.VISITS; i++) {
            ledger.record(
                            new Visit(
                                    ANNA,
                                    AccessProtocol.POP3,
                                    "d" + i,
                                    MONDAY.plus(Duration.ofMinutes(i)),
                                    AfterDownload.UNKNOWN))
                    .block(LIMIT);
        }
        assertThat(ledger.lastVisits(ANNA).map(Visit::device).collectList().block(LIMIT))
                .hasSize(MemoryReaderLedger.VISITS)
                .contains("d1", "d" + MemoryReaderLedger.VISITS)
                .doesNotContain("d0");
    }
}
