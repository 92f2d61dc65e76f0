package org.jamestandem.distribution.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.server.Form;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Starts the server and stays until Ctrl-C or TERM.",
            "Unless --storage says otherwise, mail, users and settings are kept in memory: they are"
                    + " gone when it stops."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private FolderOptions folderOptions;
    @Mixin private ExposureOptions exposureOptions;
    @Mixin private StorageOption storageOption;

    @Option(names = "--no-samples", description = "Make no sample domain, accounts and mail.")
    private boolean noSamples;

    @Option(
            names = "--ready-file",
            paramLabel = "F",
            description =
                    "Write F, one JSON object with ports, accounts and token, once the server can"
                            + " be used; remove it on stop.")
    private Path readyFile;

    @Override
    public Integer call() throws Refusal {
        Folders folders = folderOptions.folders();
        Form form = storageOption.form();
        Stop stop = new Stop(form.keepsMail());
        try (DataFolder held = DataFolder.open(folders)) {
            Logging.toFile(folders);
            stop.takeSignals();
            ServerConfiguration configuration =
                    new ServerConfiguration(folders, exposureOptions.exposure());
            new Run(
                            form,
                            configuration,
                            !noSamples,
                            Optional.ofNullable(readyFile),
                            Clock.systemDefaultZone())
                    .start(stop, spec.commandLine().getOut());
            stop.await();
            return ExitCode.OK.number();
        } catch (Exception e) {
            stop.startFailed();
            throw Failures.explain(e, "; details in " + Logging.file(folders));
        }
    }
}
