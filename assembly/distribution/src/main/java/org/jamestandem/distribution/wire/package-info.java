/** Talking to a listener of this machine. */
package org.jamestandem.distribution.wire;
