/** What James' mailboxes tell the audit trail. */
package org.jamestandem.kernel.audit.james;
