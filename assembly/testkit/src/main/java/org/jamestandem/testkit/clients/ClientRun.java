package org.jamestandem.testkit.clients;

import java.util.Objects;

/** What one run of a program came to; the output holds both streams. */
public record ClientRun(String command, int exitCode, String output) {
    public ClientRun {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(output, "output");
    }

    /**
     * This run.
     *
     * @throws AssertionError with the output when the program did not exit with 0
     */
    public ClientRun requireSuccess() {
        if (exitCode != 0) {
            throw new AssertionError(command + " exited with " + exitCode + ":\n" + output);
        }
        return this;
    }
}
