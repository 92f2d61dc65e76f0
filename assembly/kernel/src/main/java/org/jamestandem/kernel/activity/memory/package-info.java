/** The ledger in this process, gone when it stops. */
package org.jamestandem.kernel.activity.memory;
