/**
 * What becomes of everything that features keep under a user's name when the name changes or the
 * user goes.
 */
package org.jamestandem.kernel.account;
