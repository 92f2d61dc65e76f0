/** Sweeper state in the memory of one process. */
package org.jamestandem.pop3.sweep.memory;
