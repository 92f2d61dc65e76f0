/** What the server does with mail that was read by POP3: a pure function of its settings. */
package org.jamestandem.pop3.policy;
