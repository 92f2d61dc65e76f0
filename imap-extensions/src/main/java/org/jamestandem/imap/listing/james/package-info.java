/** LIST, LSUB, NAMESPACE and subscriptions, over one's own mailboxes and those of others. */
package org.jamestandem.imap.listing.james;
