package org.jamestandem.mailets.spam;

/** Where verdicts are read. */
enum VerdictSource {
    /** Everything below. */
    ALL,
    /** What James' own scanner mailets left beside the mail; nobody outside can forge it. */
    JAMES,
    /** What a scanner in front of James wrote into the header. */
    HEADER
}
