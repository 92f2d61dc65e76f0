/** The content index on Lucene, in this process. */
package org.jamestandem.imap.search.lucene;
