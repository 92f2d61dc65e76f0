/** Brings back what POP3 moved or removed. */
package org.jamestandem.pop3.undo;
