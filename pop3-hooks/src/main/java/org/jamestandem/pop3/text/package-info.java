/** Messages as POP3 sends them, and how long they are then. */
package org.jamestandem.pop3.text;
