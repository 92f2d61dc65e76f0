/** Commands of James 3.8.1 that real clients trip over, put right. */
package org.jamestandem.imap.interop.james;
