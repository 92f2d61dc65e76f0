package org.jamestandem.pop3.text;

/** What a client takes in the header of a message (RFC 6856 §2.1). */
public enum TextForm {
    /** ASCII alone: a header in UTF-8 is sent as one that says the same in ASCII. */
    ASCII,
    /** UTF-8: a header is sent as it is stored. */
    UTF8
}
