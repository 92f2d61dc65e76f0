/** Private annotations in this process. */
package org.jamestandem.imap.metadata.memory;
