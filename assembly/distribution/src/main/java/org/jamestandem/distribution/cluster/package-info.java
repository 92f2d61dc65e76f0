/**
 * The form of several nodes: mail in a Cassandra, and a RabbitMQ over which the nodes queue mail,
 * share tasks and hear of each other's changes.
 *
 * <p>Invariants: any node may end at any moment; an event, a mail or a task may come twice or late.
 */
package org.jamestandem.distribution.cluster;
