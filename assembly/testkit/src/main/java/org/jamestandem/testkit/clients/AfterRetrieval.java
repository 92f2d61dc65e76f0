package org.jamestandem.testkit.clients;

/** What a POP3 client does on the server with a message it has fetched. */
public enum AfterRetrieval {
    LEAVE,
    DELETE
}
