/** Stopping without cutting anybody off: what is accepted, and when nothing runs any more. */
package org.jamestandem.distribution.drain;
