package org.jamestandem.imap.search.james;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.PreDestroy;
import org.apache.james.filesystem.api.FileSystem;
import org.jamestandem.imap.search.ContentIndex;
import org.jamestandem.imap.search.NoIndex;
import org.jamestandem.imap.search.SearchSettings;
import org.jamestandem.imap.search.lucene.LuceneContentIndex;

/**
 * Opens the index that is configured once for the whole server, and closes it with the server.
 *
 * <p>James may make several injectors for extensions. This class needs nothing that only those
 * have, so that Guice makes one in the server's own.
 */
@Singleton
final class OpenIndexes {
    private final FileSystem files;
    private final Map<String, LuceneContentIndex> open = new HashMap<>();

    @Inject
    OpenIndexes(FileSystem files) {
        this.files = files;
    }

    synchronized ContentIndex of(IndexPlan plan) {
        SearchSettings settings = plan.settings();
        return settings.engine() == SearchSettings.Engine.SCAN
                ? new NoIndex()
                : open.computeIfAbsent(settings.folder(), any -> lucene(plan));
    }

    private LuceneContentIndex lucene(IndexPlan plan) {
        try {
            return LuceneContentIndex.in(
                    files.getFile(plan.settings().folder()).toPath(), plan.mailIsKept());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        for (LuceneContentIndex index : open.values()) {
            index.close();
        }
        open.clear();
    }
}
