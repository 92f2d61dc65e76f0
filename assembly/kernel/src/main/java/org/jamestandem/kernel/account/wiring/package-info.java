/** Binds what features keep under users' names. */
package org.jamestandem.kernel.account.wiring;
