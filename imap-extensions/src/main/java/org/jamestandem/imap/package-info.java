/** What an operator names: the IMAP package and the Guice module, put together from features. */
package org.jamestandem.imap;
