/** Grants in the server's Cassandra keyspace. */
package org.jamestandem.imap.acl.cassandra;
