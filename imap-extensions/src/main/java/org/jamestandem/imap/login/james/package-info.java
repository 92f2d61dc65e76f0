/** Notes who reads by IMAP in the reader-activity ledger. */
package org.jamestandem.imap.login.james;
