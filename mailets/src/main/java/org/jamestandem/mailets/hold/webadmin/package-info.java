/** The page on which a reader decides about a mail. */
package org.jamestandem.mailets.hold.webadmin;
