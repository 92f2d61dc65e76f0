/** Events that a listener could not take, in the keyspace of the server's own Cassandra session. */
package org.jamestandem.distribution.deadletters.cassandra;
