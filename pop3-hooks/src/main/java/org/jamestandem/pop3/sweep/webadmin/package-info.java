/** The sweeper over James' administration interface. */
package org.jamestandem.pop3.sweep.webadmin;
