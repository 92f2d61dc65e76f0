package org.jamestandem.imap.search.james;

import org.jamestandem.imap.search.SearchSettings;

/**
 * Which index to open.
 *
 * @param settings of the operator
 * @param mailIsKept whether mail outlives the server; else its mailbox ids are given anew at every
 *     start, and an index of the last run would lie
 */
record IndexPlan(SearchSettings settings, boolean mailIsKept) {}
