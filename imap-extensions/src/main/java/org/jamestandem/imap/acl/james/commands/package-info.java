/** James' commands, given {@link org.jamestandem.imap.acl.james.SettledMailboxes} to work on. */
package org.jamestandem.imap.acl.james.commands;
