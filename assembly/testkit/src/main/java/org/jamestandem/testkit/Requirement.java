package org.jamestandem.testkit;

import org.opentest4j.TestAbortedException;

/** What a test needs of the machine it runs on: a server, a program. */
public final class Requirement {
    /** {@code optional} skips tests whose needs are not met, {@code required} fails them. */
    public static final String PROPERTY = "tandem.backends";

    private Requirement() {}

    /**
     * Says loudly what is missing.
     *
     * @param message what is missing and how to get it
     * @return what to throw: it skips the test, or fails it where nothing may be missing
     */
    public static RuntimeException unmet(String message) {
        if (isStrict()) {
            return new IllegalStateException(PROPERTY + "=required, but " + message);
        }
        System.err.println("\n*** SKIPPED: " + message + "\n");
        return new TestAbortedException(message);
    }

    /** Whether nothing may be missing. */
    public static boolean isStrict() {
        return "required".equals(System.getProperty(PROPERTY));
    }
}
