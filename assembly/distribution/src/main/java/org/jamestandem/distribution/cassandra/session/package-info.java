/** The session with Cassandra, and the schema, as this distribution makes them. */
package org.jamestandem.distribution.cassandra.session;
