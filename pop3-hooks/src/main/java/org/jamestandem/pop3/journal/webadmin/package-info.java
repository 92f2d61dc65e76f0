/** Shows and ends sessions over webadmin. */
package org.jamestandem.pop3.journal.webadmin;
