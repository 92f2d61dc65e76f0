package org.jamestandem.testkit.docs;

/**
 * One documented option.
 *
 * @param heading what its table stands under
 * @param option its name as operators write it
 */
public record OptionRow(String heading, String option) {}
