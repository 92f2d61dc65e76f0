/**
 * A mail queue for one server that keeps every mail in Cassandra until somebody is done with it.
 */
package org.jamestandem.distribution.queue.cassandra;
