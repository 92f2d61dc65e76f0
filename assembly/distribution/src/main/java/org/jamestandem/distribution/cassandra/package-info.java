/**
 * James' Cassandra storage put together, as no Guice module of James 3.8.1 does in the registry.
 *
 * <p>Knows James only, nothing of ours, so that tests can run an otherwise unmodified James on it
 * with the extension jar dropped in.
 */
package org.jamestandem.distribution.cassandra;
