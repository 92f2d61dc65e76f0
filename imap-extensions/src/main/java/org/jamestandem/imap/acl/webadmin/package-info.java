/** Access control lists over webadmin. */
package org.jamestandem.imap.acl.webadmin;
