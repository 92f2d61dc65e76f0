package org.jamestandem.distribution.command;

import picocli.CommandLine;

/** The command line as a whole. */
public final class Commands {
    private Commands() {}

    /**
     * Runs one command. Whatever goes wrong is one line on standard error.
     *
     * @return the number of an {@link ExitCode}
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new RootCommand());
        AclCommand.allowLeadingDashes(root);
        return root.setParameterExceptionHandler(Commands::wrongCommandLine)
                .setExecutionExceptionHandler(Commands::refused);
    }

    private static int wrongCommandLine(CommandLine.ParameterException error, String[] arguments) {
        error.getCommandLine()
                .getErr()
                .println("tandem: " + error.getMessage() + " (tandem --help explains)");
        return ExitCode.USAGE.number();
    }

    private static int refused(
            Exception error, CommandLine command, CommandLine.ParseResult arguments) {
        if (error instanceof Refusal refusal) {
            command.getErr().println("tandem: " + refusal.getMessage());
            return refusal.exitCode().number();
        }
        command.getErr().println("tandem: " + error);
        return ExitCode.FAILED.number();
    }
}
