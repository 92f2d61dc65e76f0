/** Accounts over James' administration interface. */
package org.jamestandem.kernel.account.webadmin;
