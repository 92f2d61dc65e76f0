package org.jamestandem.testkit.james;

/**
 * A command that has ended.
 *
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record Ended(int exitCode, String out, String err) {}
