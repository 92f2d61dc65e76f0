package org.jamestandem.imap.search;

class ScanningSearchEngineTest implements SearchEngineContract {
    @Override
    public SearchEngine engine() {
        return new ScanningSearchEngine();
    }

    @Override
    public void index(TestMailbox mailbox, long uid) {}
}
