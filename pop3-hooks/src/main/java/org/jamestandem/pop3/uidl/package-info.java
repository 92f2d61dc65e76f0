/** Unique-ids that stay: what a message is called, and what clients called it before. */
package org.jamestandem.pop3.uidl;
