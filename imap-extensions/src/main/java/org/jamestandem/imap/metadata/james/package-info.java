/** The commands of METADATA, in James. */
package org.jamestandem.imap.metadata.james;
