/** Private annotations in the server's Cassandra keyspace. */
package org.jamestandem.imap.metadata.cassandra;
