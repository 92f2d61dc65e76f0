/** Uploads in the keyspace of the server's own Cassandra session. */
package org.jamestandem.pop3.migration.cassandra;
