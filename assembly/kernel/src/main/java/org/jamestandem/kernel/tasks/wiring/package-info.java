/** Binds work. */
package org.jamestandem.kernel.tasks.wiring;
