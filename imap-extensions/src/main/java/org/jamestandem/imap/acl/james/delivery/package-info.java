/** Delivery of mail into mailboxes that others share, by the rights {@code p} and {@code i}. */
package org.jamestandem.imap.acl.james.delivery;
