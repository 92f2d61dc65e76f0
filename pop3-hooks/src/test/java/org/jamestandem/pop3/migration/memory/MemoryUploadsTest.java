package org.jamestandem.pop3.migration.memory;

import org.jamestandem.pop3.migration.Uploads;
import org.jamestandem.pop3.migration.UploadsContract;

class MemoryUploadsTest implements UploadsContract {
    private final Uploads uploads = new MemoryUploads();

    @Override
    public Uploads uploads() {
        return uploads;
    }
}
