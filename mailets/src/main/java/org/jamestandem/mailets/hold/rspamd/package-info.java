/** Tells rspamd that a mail is no spam. */
package org.jamestandem.mailets.hold.rspamd;
