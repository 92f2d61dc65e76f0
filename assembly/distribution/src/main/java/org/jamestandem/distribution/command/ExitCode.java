package org.jamestandem.distribution.command;

/** What the process tells the shell. Public: scripts rely on the numbers. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    /** Given by {@code bin/tandem} itself. */
    WRONG_JAVA(3),
    BAD_CONFIGURATION(4),
    PORT_IN_USE(5),
    FOLDER_NOT_USABLE(6),
    /** The running server has no such thing. */
    NOT_THERE(7),
    /** The running server says that it cannot be done, and why. */
    REFUSED(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number. */
    public int number() {
        return number;
    }
}
