/** What becomes of sessions: audit entries, one log line each, metrics, and who is there now. */
package org.jamestandem.pop3.journal;
