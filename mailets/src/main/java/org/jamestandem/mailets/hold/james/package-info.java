/** Held mail in James' mail repositories, queues and start. */
package org.jamestandem.mailets.hold.james;
