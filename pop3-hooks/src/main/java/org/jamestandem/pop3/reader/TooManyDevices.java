package org.jamestandem.pop3.reader;

/** A user has as many devices as one may have; one more is not let in. */
public final class TooManyDevices extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The refusal of that reader. */
    public TooManyDevices(Reader reader) {
        super(
                "%s has too many devices for %s"
                        .formatted(reader.user().asString(), reader.device().name()));
    }
}
