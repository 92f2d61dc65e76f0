/** Accounts and mail to try things out with. */
package org.jamestandem.distribution.samples;
