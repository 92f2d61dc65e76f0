package org.jamestandem.distribution.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "tandem",
        description = "A mail server with POP3 and IMAP on one mailbox, built on Apache James.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {RunCommand.class, CheckCommand.class, AclCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or stopped by Ctrl-C or TERM",
            "1:the server did not start, or stopped with an error",
            "2:wrong command line",
            "3:no Java 17 or newer",
            "4:wrong configuration",
            "5:a port is in use",
            "6:a folder or file cannot be written",
            "7:the running server has no such mailbox",
            "8:the running server refuses, and says why"
        })
final class RootCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine();
        root.getErr().println("tandem: say what to do: run, check or acl (tandem --help explains)");
        return ExitCode.USAGE.number();
    }
}
