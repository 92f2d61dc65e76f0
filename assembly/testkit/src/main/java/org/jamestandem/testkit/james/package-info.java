/**
 * James as real processes: the stock server with or without our bundle, and our own distribution.
 */
package org.jamestandem.testkit.james;
