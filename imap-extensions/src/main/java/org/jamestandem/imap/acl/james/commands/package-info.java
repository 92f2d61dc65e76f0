/**
 * James' commands, given {@link org.jamestandem.imap.acl.james.AccessControlledMailboxes} to work
 * on.
 */
package org.jamestandem.imap.acl.james.commands;
