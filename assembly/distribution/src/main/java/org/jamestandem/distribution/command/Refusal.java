package org.jamestandem.distribution.command;

/** Why a command did not do what it was asked, in one line for the operator. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Refusal(ExitCode exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    Refusal(ExitCode exitCode, String line, Throwable cause) {
        super(line, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
