/** Who listens where. */
package org.jamestandem.distribution.listeners;
