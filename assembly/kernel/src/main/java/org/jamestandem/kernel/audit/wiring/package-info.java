/** Binds the trail for the features that write it. */
package org.jamestandem.kernel.audit.wiring;
