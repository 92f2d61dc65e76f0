package org.jamestandem.acceptance.clients;

import org.jamestandem.acceptance.ServerForm;

class StockImapClientTest extends ImapClientContract {
    @Override
    ServerForm form() {
        return ServerForm.STOCK;
    }
}
