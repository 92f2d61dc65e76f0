package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import org.jamestandem.kernel.activity.AccessProtocol;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.kernel.activity.ReaderActivity;
import org.jamestandem.pop3.maildrop.OpenMaildrop;
import org.jamestandem.pop3.reader.Reader;

/** Turns sessions into visits of the reader-activity ledger. */
final class Pop3Visits {
    private final ReaderActivity activity;

    @Inject
    Pop3Visits(ReaderActivity activity) {
        this.activity = activity;
    }

    void begin(OpenMaildrop maildrop) {
        record(maildrop, AfterDownload.UNKNOWN);
    }

    void end(OpenMaildrop maildrop) {
        record(maildrop, maildrop.messages().afterDownload());
    }

    private void record(OpenMaildrop maildrop, AfterDownload afterDownload) {
        Reader reader = maildrop.reader();
        activity.record(reader.user(), AccessProtocol.POP3, reader.device().name(), afterDownload);
    }
}
