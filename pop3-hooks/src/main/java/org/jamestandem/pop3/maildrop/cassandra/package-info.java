/** Maildrop state in the keyspace of James' own Cassandra session. */
package org.jamestandem.pop3.maildrop.cassandra;
