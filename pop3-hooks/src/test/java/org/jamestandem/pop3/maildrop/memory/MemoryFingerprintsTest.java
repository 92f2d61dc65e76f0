package org.jamestandem.pop3.maildrop.memory;

import org.jamestandem.pop3.maildrop.Fingerprints;
import org.jamestandem.pop3.maildrop.FingerprintsContract;

class MemoryFingerprintsTest implements FingerprintsContract {
    private final Fingerprints fingerprints = new MemoryFingerprints();

    @Override
    public Fingerprints fingerprints() {
        return fingerprints;
    }
}
