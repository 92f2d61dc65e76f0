package org.jamestandem.distribution.command;

import java.nio.file.Path;
import org.jamestandem.distribution.configuration.Folders;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where things are. */
final class FolderOptions {
    private static final String HOME = "tandem.home";
    private static final String DATA = "tandem.data";

    @Option(
            names = "--conf",
            paramLabel = "DIR",
            description = "Configuration folder (default: the conf folder that came along).")
    private Path conf;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for certificate, keys, token and logs (default: $TANDEM_DATA, else"
                            + " the data folder beside conf).")
    private Path data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The folders, from options, environment and defaults.
     *
     * @throws ParameterException when an option names no folder: an empty name would mean the
     *     folder one happens to stand in
     */
    Folders folders() {
        requireName("--conf", conf);
        requireName("--data", data);
        Path home = Path.of(System.getProperty(HOME, ".")).toAbsolutePath();
        return new Folders(
                home,
                conf != null ? conf : home.resolve("conf"),
                data != null ? data : defaultData(home));
    }

    private void requireName(String option, Path folder) {
        if (folder != null && folder.toString().isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " needs the name of a folder, and got an empty one");
        }
    }

    private static Path defaultData(Path home) {
        String given = System.getProperty(DATA, "");
        return given.isEmpty() ? home.resolve("data") : Path.of(given);
    }
}
