package org.jamestandem.imap.search.lucene;

import org.jamestandem.imap.text.AddressField;

/** Names in the index. One document is one message in one mailbox. */
final class Fields {
    /** Mailbox and uid, to replace and remove by. */
    static final String ID = "id";

    static final String MAILBOX = "mailbox";
    static final String UID = "uid";

    /** What is missing from the document; only there when something is. */
    static final String CUT = "cut";

    static final String CUT_HEADER = "header";
    static final String CUT_BODY = "body";

    /** Names of header fields. */
    static final String NAMES = "names";

    /** Grams of whole header lines. */
    static final String HEADER = "header";

    /** Grams of the values of header fields, each marked with the name of its field. */
    static final String VALUES = "values";

    /** Grams of passages of the body. */
    static final String BODY = "body";

    /** Grams of names of attachments. */
    static final String FILE_NAMES = "fileNames";

    /** Grams of texts of attachments. */
    static final String FILES = "files";

    /** One term for each thing that attachments have. */
    static final String FILE_TRAITS = "fileTraits";

    static final String HAS_FILE = "file";
    static final String HAS_FILE_NAME = "name";

    /** Day of the Date field, counted from 1970. */
    static final String SENT = "sent";

    /** Longer names of header fields are not indexed. */
    private static final int LONGEST_NAME = 64;

    private Fields() {}

    static boolean isIndexed(String headerName) {
        return headerName.length() <= LONGEST_NAME;
    }

    /** Marks grams of values of that field. No field name holds a colon. */
    static String valueMark(String headerName) {
        return headerName + ":";
    }

    /** Marks grams of addresses written out; no field name starts so. */
    static String addressMark(AddressField field) {
        return ":" + field.lowerCaseName() + ":";
    }

    static String id(String mailbox, long uid) {
        return mailbox + "/" + uid;
    }
}
