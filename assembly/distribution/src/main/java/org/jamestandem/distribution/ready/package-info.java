/** When a server can be used, and how others learn of it. */
package org.jamestandem.distribution.ready;
