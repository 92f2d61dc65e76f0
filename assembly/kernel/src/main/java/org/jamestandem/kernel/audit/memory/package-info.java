/** The trail in this process. */
package org.jamestandem.kernel.audit.memory;
