/** Binds metadata of features. */
package org.jamestandem.kernel.metadata.wiring;
