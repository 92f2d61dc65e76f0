/** Brings it back from James' folders and from its vault of deleted messages. */
package org.jamestandem.pop3.undo.james;
