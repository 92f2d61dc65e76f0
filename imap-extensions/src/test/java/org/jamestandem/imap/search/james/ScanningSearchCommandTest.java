package org.jamestandem.imap.search.james;

class ScanningSearchCommandTest extends SearchCommandContract {
    @Override
    String settings() {
        return "<tandem/>";
    }
}
