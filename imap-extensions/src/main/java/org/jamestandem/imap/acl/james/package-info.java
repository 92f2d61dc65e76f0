/**
 * Access control lists on James: its IMAP commands, its own lists, its users and address groups.
 */
package org.jamestandem.imap.acl.james;
