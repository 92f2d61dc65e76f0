/** The trail in the keyspace of the server's own Cassandra session. */
package org.jamestandem.kernel.audit.cassandra;
