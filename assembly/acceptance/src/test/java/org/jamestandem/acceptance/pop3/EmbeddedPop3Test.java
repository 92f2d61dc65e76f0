package org.jamestandem.acceptance.pop3;

import org.jamestandem.acceptance.ServerForm;

class EmbeddedPop3Test extends Pop3Contract {
    @Override
    ServerForm form() {
        return ServerForm.EMBEDDED;
    }
}
