package org.jamestandem.imap.text;

import java.util.Optional;

/**
 * A part of a message that is shown as a file.
 *
 * @param name of the file, if the part gives it one
 * @param text what an extractor reads in it, if there is one for its type
 */
public record AttachmentText(Optional<Passage> name, Optional<Passage> text) {}
