package org.jamestandem.imap.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Port: reads the text of files that mail carries. */
public interface AttachmentReader {
    /** Reads no file. */
    AttachmentReader NONE = (content, mediaType) -> Optional.empty();

    /**
     * The text of a file; empty when files of that type are not read, or when this one is broken.
     *
     * @param content decoded octets
     * @param mediaType such as {@code application/pdf}, in lower case
     */
    Optional<String> read(InputStream content, String mediaType) throws IOException;
}
