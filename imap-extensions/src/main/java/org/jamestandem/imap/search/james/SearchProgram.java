package org.jamestandem.imap.search.james;

/**
 * The search keys of one command.
 *
 * @param root all of them
 * @param modSeq whether MODSEQ is among them, so that the response carries the highest mod-sequence
 *     and CONDSTORE is on from now (RFC 7162 §3.1.5, §3.1.9)
 */
public record SearchProgram(SearchKey root, boolean modSeq) {}
