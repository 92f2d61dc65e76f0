/** Maildrop state in the memory of one process. */
package org.jamestandem.pop3.maildrop.memory;
