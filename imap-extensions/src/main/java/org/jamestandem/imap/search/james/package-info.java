/** The search program of SEARCH and SORT on James' IMAP classes and James' message search. */
package org.jamestandem.imap.search.james;
