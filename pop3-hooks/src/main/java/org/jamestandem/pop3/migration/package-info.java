/** Unique-ids from other servers: which message each belongs to, and what clients would do. */
package org.jamestandem.pop3.migration;
