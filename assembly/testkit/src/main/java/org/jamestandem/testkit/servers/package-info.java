/**
 * Real Cassandra, OpenSearch and RabbitMQ for tests.
 *
 * <pre>{@code
 * @RegisterExtension static final CassandraServer cassandra = TestServers.cassandra();
 * }</pre>
 *
 * <p>A server is started once per Maven build (outside Maven: once per test JVM) and given to every
 * test class that asks, each with a space of its own: a keyspace, an index prefix, a virtual host.
 * It comes from a container engine that answers and already holds the image; nothing is pulled.
 * Else it is a child process on the loopback with free ports and its files in a temporary folder,
 * from {@code assembly/servers} or Debian's {@code rabbitmq-server}. It ends with the process that
 * it was started for, even when that one is killed.
 *
 * <p>System properties:
 *
 * <ul>
 *   <li>{@code tandem.backends}: {@code optional} skips tests whose server cannot be had, loudly;
 *       {@code required} fails them
 *   <li>{@code tandem.servers}: {@code auto}, {@code process} or {@code container}
 *   <li>{@code tandem.image.cassandra}, {@code tandem.image.opensearch}, {@code
 *       tandem.image.rabbitmq}: image names
 * </ul>
 */
package org.jamestandem.testkit.servers;
