/** Devices in other protocols of James. */
package org.jamestandem.pop3.reader.james;
