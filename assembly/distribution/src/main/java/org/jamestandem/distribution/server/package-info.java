/** A server put together from what all forms share and what one form brings. */
package org.jamestandem.distribution.server;
