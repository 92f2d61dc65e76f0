package org.jamestandem.distribution.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jamestandem.distribution.configuration.ConfigurationCheck;
import org.jamestandem.distribution.configuration.Folders;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Reads the configuration and says what would run. Starts nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private FolderOptions folderOptions;
    @Mixin private ExposureOptions exposureOptions;
    @Mixin private StorageOption storageOption;

    @Override
    public Integer call() throws Refusal {
        Folders folders = folderOptions.folders();
        Logging.off();
        ServerConfiguration configuration =
                new ServerConfiguration(folders, exposureOptions.exposure());
        try {
            new ConfigurationCheck(configuration).perform();
            Server.check(storageOption.form(), configuration);
            print(storageOption.form(), configuration);
            return ExitCode.OK.number();
        } catch (Exception e) {
            throw Failures.explain(e, "");
        }
    }

    private void print(Form form, ServerConfiguration configuration) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The configuration in " + configuration.folders().conf() + " is valid.");
        out.println("It would run, with mail " + form.place() + ":");
        for (Listener listener : configuration.listeners().all()) {
            out.println(
                    "  %-12s %s:%d"
                            .formatted(
                                    listener.service().word(), listener.host(), listener.port()));
        }
        out.flush();
    }
}
