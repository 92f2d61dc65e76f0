package org.jamestandem.kernel.settings;

/** Where Tandem keeps data of its own: {@code <state>} of {@code tandem.xml}. */
public enum StateStorage {
    /** Cassandra when the server has a session, memory when its mailboxes are in memory. */
    AUTO,
    /** In this process: gone when it stops. */
    MEMORY,
    /** In the keyspace of the server's own Cassandra session. */
    CASSANDRA
}
