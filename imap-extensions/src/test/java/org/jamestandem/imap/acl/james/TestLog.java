package org.jamestandem.imap.acl.james;

import java.time.Clock;
import org.apache.james.metrics.tests.RecordingMetricFactory;
import org.jamestandem.kernel.audit.Audit;
import org.jamestandem.kernel.audit.AuditSettings;
import org.jamestandem.kernel.audit.memory.MemoryAuditTrail;

/** A log whose trail nobody reads. */
final class TestLog {
    private TestLog() {}

    static ChangeLog create() {
        Clock clock = Clock.systemUTC();
        return new ChangeLog(
                new Audit(
                        new MemoryAuditTrail(AuditSettings.DEFAULT, clock),
                        AuditSettings.DEFAULT,
                        new RecordingMetricFactory()),
                clock);
    }
}
