package org.jamestandem.imap.search.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.jamestandem.imap.search.ContentIndex;
import org.jamestandem.imap.search.IndexedSearchEngine;
import org.jamestandem.imap.search.SearchEngine;
import org.jamestandem.imap.search.SearchSettings;
import org.jamestandem.kernel.settings.StateStorage;

/** What answers search keys, as configured. */
public final class SearchModule extends AbstractModule {
    private final SearchSettings settings;
    private final StateStorage storage;

    /**
     * @param storage where the server keeps its mail: memory or Cassandra
     */
    public SearchModule(SearchSettings settings, StateStorage storage) {
        this.settings = settings;
        this.storage = storage;
    }

    @Provides
    @Singleton
    ContentIndex index(OpenIndexes indexes) {
        return indexes.of(new IndexPlan(settings, storage == StateStorage.CASSANDRA));
    }

    @Provides
    @Singleton
    SearchEngine engine(ContentIndex index) {
        return new IndexedSearchEngine(index, settings.readAtMost());
    }
}
