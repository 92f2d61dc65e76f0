/** Grants in this process: gone when it stops. */
package org.jamestandem.imap.acl.memory;
