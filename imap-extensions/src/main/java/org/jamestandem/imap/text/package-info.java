/** The searchable text of messages: what stands in them once every encoding is undone. */
package org.jamestandem.imap.text;
