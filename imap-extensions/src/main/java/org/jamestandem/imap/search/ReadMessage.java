package org.jamestandem.imap.search;

import org.jamestandem.imap.text.MessageText;

/** A message that was read to be searched. */
public record ReadMessage(long uid, MessageText text) {}
