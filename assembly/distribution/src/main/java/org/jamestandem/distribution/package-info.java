/** A James server that one command starts. */
package org.jamestandem.distribution;
