/**
 * The connection to RabbitMQ that everything shares, made to outlast what James' own does not: a
 * consumer that the broker ends, a channel that it closes, a broker that restarts.
 *
 * <p>Invariants: a {@link org.jamestandem.distribution.rabbitmq.SteadyReceiver} consumes until it
 * is disposed of; what a sender has declared is declared again before it is used; only one
 * connection of a node is alive at a time.
 */
package org.jamestandem.distribution.rabbitmq;
