/**
 * The reader-activity ledger: by which protocol, from which device and how lately people read.
 *
 * <p>It steers presentation only. Entries may be missing or an hour old, so nothing that removes or
 * hides mail may ask it.
 */
package org.jamestandem.kernel.activity;
