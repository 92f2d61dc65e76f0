package org.jamestandem.acceptance.clients;

import org.jamestandem.acceptance.ServerForm;

class EmbeddedImapClientTest extends ImapClientContract {
    @Override
    ServerForm form() {
        return ServerForm.EMBEDDED;
    }
}
