/** Chooses where the ledger is kept. */
package org.jamestandem.kernel.activity.wiring;
