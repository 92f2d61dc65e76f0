package org.jamestandem.acceptance.clients;

import org.jamestandem.acceptance.ServerForm;

class EmbeddedSharedFolderClientTest extends SharedFolderClientContract {
    @Override
    ServerForm form() {
        return ServerForm.EMBEDDED;
    }
}
