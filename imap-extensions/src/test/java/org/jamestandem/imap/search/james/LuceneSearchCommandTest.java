package org.jamestandem.imap.search.james;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchCommandTest extends SearchCommandContract {
    @TempDir static Path folder;

    @Override
    String settings() {
        return "<tandem><search><engine>lucene</engine><folder>file://%s</folder></search></tandem>"
                .formatted(folder);
    }
}
