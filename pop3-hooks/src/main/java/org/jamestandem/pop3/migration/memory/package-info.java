/** Uploads in the memory of one process. */
package org.jamestandem.pop3.migration.memory;
