/** Groups of a directory that James takes its users from. */
package org.jamestandem.imap.acl.ldap;
