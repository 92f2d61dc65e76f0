/** What is held and what is due, in this process. */
package org.jamestandem.mailets.hold.memory;
