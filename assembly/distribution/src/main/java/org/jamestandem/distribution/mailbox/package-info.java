/**
 * James' mailboxes on Cassandra, faster where many messages are concerned, and as safe: the same
 * tables, the same conditional writes. docs/operate/cassandra-cost.md and ADR 0060 say what was
 * measured.
 */
package org.jamestandem.distribution.mailbox;
