/** What is held and what is due, in the keyspace of the server's own Cassandra session. */
package org.jamestandem.mailets.hold.cassandra;
