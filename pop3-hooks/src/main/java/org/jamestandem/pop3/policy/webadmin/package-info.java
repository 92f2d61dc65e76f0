/** Policies over James' administration interface. */
package org.jamestandem.pop3.policy.webadmin;
