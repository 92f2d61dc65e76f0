package org.jamestandem.imap.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jamestandem.imap.search.ContentIndex;
import org.jamestandem.imap.search.ContentKey;
import org.jamestandem.imap.search.Uids;
import org.jamestandem.imap.search.Verdict;
import org.jamestandem.imap.text.MessageText;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An index in this process. It finds what was added before the question, and answers exactly but
 * for what is missing from it and messages that were cut when they were read.
 */
public final class LuceneContentIndex implements ContentIndex, AutoCloseable {
    private static final double WRITE_BUFFER_MEGABYTES = 32;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private LuceneContentIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, configuration());
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** An empty index that is gone when it is closed. */
    public static LuceneContentIndex inMemory() {
        try {
            return new LuceneContentIndex(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages of a mailbox lie side by side. */
    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig()
                .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES)
                .setIndexSort(
                        new Sort(
                                new SortField(Fields.MAILBOX, SortField.Type.STRING),
                                new SortField(Fields.UID, SortField.Type.LONG)));
    }

    @Override
    public Mono<Map<ContentKey, Verdict>> match(
            String mailbox, Uids uids, Collection<ContentKey> keys) {
        return blocking(() -> matchNow(mailbox, uids, keys));
    }

    private Map<ContentKey, Verdict> matchNow(
            String mailbox, Uids uids, Collection<ContentKey> keys) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            IndexedMailbox indexed = new IndexedMailbox(searcher, mailbox, uids);
            Map<ContentKey, Verdict> verdicts = new HashMap<>();
            for (ContentKey key : keys) {
                verdicts.put(key, indexed.on(key));
            }
            return verdicts;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public Mono<Void> add(String mailbox, long uid, MessageText text) {
        return blocking(
                        () -> {
                            Document document = MessageDocument.of(mailbox, uid, text);
                            return writer.updateDocument(id(mailbox, uid), document);
                        })
                .then();
    }

    @Override
    public Mono<Void> remove(String mailbox, Uids uids) {
        return blocking(
                        () ->
                                writer.deleteDocuments(
                                        uids.stream()
                                                .mapToObj(uid -> id(mailbox, uid))
                                                .toArray(Term[]::new)))
                .then();
    }

    @Override
    public Mono<Void> removeMailbox(String mailbox) {
        return blocking(() -> writer.deleteDocuments(new Term(Fields.MAILBOX, mailbox))).then();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private static Term id(String mailbox, long uid) {
        return new Term(Fields.ID, Fields.id(mailbox, uid));
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
