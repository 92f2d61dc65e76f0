package org.jamestandem.acceptance.clients;

import org.jamestandem.acceptance.ServerForm;

class StockSharedFolderClientTest extends SharedFolderClientContract {
    @Override
    ServerForm form() {
        return ServerForm.STOCK;
    }
}
