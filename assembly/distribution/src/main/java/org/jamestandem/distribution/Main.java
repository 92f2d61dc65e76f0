package org.jamestandem.distribution;

import org.jamestandem.distribution.command.Commands;

/** What {@code bin/tandem} starts. */
public final class Main {
    private Main() {}

    /**
     * @param arguments as on the command line
     */
    public static void main(String[] arguments) {
        System.exit(Commands.execute(arguments));
    }
}
