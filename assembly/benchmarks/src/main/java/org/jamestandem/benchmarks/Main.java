package org.jamestandem.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jamestandem.benchmarks.report.MarkdownReport;
import org.jamestandem.benchmarks.scenario.Load;
import org.jamestandem.benchmarks.scenario.Scenario;
import org.jamestandem.benchmarks.scenario.Scenarios;
import org.jamestandem.benchmarks.servers.Targets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: which servers, which scenarios, how much. */
@Command(
        name = "benchmark",
        description =
                "Does the same with several mail servers, one after the other, and prints their"
                        + " times side by side.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--targets",
            split = ",",
            defaultValue = "stock,embedded",
            paramLabel = "T",
            description =
                    "Servers, the first is what the others are compared with: stock, bundle,"
                        + " embedded, stock-cassandra, cassandra, dovecot, cyrus, or one that runs"
                        + " already as NAME=HOST:IMAP:POP3:USERS:PASSWORD (default:"
                        + " ${DEFAULT-VALUE}).")
    private List<String> targets;

    @Option(
            names = "--scenarios",
            split = ",",
            defaultValue = "imap,bulk,append,pop3",
            paramLabel = "S",
            description = "What to do with each (default: ${DEFAULT-VALUE}).")
    private List<String> scenarios;

    @Option(
            names = "--connections",
            defaultValue = "6",
            paramLabel = "N",
            description = "Connections at once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--messages",
            split = ",",
            defaultValue = "500",
            paramLabel = "N",
            description =
                    "Messages in each mailbox at first; several numbers, smallest first, for"
                            + " several sizes (default: ${DEFAULT-VALUE}).")
    private List<Integer> messages;

    @Option(
            names = "--operations",
            defaultValue = "200",
            paramLabel = "N",
            description = "Operations of each connection (default: ${DEFAULT-VALUE}).")
    private int operations;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of everything random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the tables there too.")
    private Path output;

    /** Ends the process with 0, or with 1 when something went wrong, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Load> loads = loads();
        List<Scenario> chosen = chosen();
        PrintWriter log = spec.commandLine().getErr();
        Comparison comparison = new Comparison(targets, chosen, loads, log);
        comparison.run();
        StringBuilder text = new StringBuilder();
        for (MarkdownReport report : comparison.reports()) {
            text.append(report.text()).append('\n');
        }
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        if (output != null) {
            Files.writeString(output, text);
        }
        return comparison.isComplete() ? 0 : 1;
    }

    private List<Load> loads() {
        try {
            return messages.stream()
                    .map(each -> new Load(connections, each, operations, seed))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<Scenario> chosen() {
        try {
            targets.forEach(Targets::check);
            return scenarios.stream().map(Scenarios::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
