package org.jamestandem.imap.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
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
    /** Characters; what is longer is cut, and read when a search hangs on it. */
    private static final int LONGEST_TEXT = 256 << 10;

    private static final double WRITE_BUFFER_MEGABYTES = 32;
    private static final int CHANGES_PER_COMMIT = 2_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong changes = new AtomicLong();

    private LuceneContentIndex(Directory directory, OpenMode mode) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, configuration().setOpenMode(mode));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * The index in a folder, which no other process may have open.
     *
     * @param keep whether what is there is still true; else the index starts empty
     * @throws UncheckedIOException when the folder cannot be used
     */
    public static LuceneContentIndex in(Path folder, boolean keep) {
        try {
            Directory directory = FSDirectory.open(folder);
            return new LuceneContentIndex(
                    directory, keep ? OpenMode.CREATE_OR_APPEND : OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be opened: " + folder, e);
        }
    }

    /** An empty index that is gone when it is closed. */
    public static LuceneContentIndex inMemory() {
        try {
            return new LuceneContentIndex(new ByteBuffersDirectory(), OpenMode.CREATE);
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
    public Mono<Answer> match(String mailbox, Uids uids, Collection<ContentKey> keys) {
        return blocking(() -> matchNow(mailbox, uids, keys));
    }

    private Answer matchNow(String mailbox, Uids uids, Collection<ContentKey> keys)
            throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            IndexedMailbox indexed = new IndexedMailbox(searcher, mailbox, uids);
            Map<ContentKey, Verdict> verdicts = new HashMap<>();
            for (ContentKey key : keys) {
                verdicts.put(key, indexed.on(key));
            }
            return new Answer(verdicts, indexed.missing());
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public Mono<Void> add(String mailbox, long uid, MessageText text) {
        return writing(
                () -> {
                    Document document = MessageDocument.of(mailbox, uid, text.upTo(LONGEST_TEXT));
                    writer.updateDocument(id(mailbox, uid), document);
                });
    }

    @Override
    public Mono<Void> remove(String mailbox, Uids uids) {
        return writing(
                () ->
                        writer.deleteDocuments(
                                uids.stream()
                                        .mapToObj(uid -> id(mailbox, uid))
                                        .toArray(Term[]::new)));
    }

    @Override
    public Mono<Void> removeMailbox(String mailbox) {
        return writing(() -> writer.deleteDocuments(new Term(Fields.MAILBOX, mailbox)));
    }

    /** What is lost with the process is indexed again when it is searched for. */
    private Mono<Void> writing(IoAction change) {
        return blocking(
                        () -> {
                            change.run();
                            if (changes.incrementAndGet() % CHANGES_PER_COMMIT == 0) {
                                writer.commit();
                            }
                            return true;
                        })
                .then();
    }

    private interface IoAction {
        void run() throws IOException;
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
