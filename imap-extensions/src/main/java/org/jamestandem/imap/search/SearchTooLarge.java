package org.jamestandem.imap.search;

/** A search that would have to read more messages than one search may. */
public final class SearchTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean indexAvailable;

    SearchTooLarge(int wanted, int most, boolean indexAvailable) {
        super("%d messages to read, at most %d allowed".formatted(wanted, most));
        this.indexAvailable = indexAvailable;
    }

    /** Whether the index answered, but held too few of the messages. */
    public boolean indexAvailable() {
        return indexAvailable;
    }
}
