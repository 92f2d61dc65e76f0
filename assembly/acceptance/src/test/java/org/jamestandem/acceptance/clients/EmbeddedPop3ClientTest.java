package org.jamestandem.acceptance.clients;

import org.jamestandem.acceptance.ServerForm;

class EmbeddedPop3ClientTest extends Pop3ClientContract {
    @Override
    ServerForm form() {
        return ServerForm.EMBEDDED;
    }
}
