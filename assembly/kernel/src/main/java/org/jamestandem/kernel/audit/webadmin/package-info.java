/** Reads the trail over webadmin. */
package org.jamestandem.kernel.audit.webadmin;
