/** The form that keeps mail on this machine, in servers that it starts and stops itself. */
package org.jamestandem.distribution.local;
