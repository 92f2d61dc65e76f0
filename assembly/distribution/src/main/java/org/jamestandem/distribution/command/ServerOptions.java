package org.jamestandem.distribution.command;

import java.io.IOException;
import java.util.Optional;
import org.jamestandem.distribution.webadmin.WebadminAccess;
import org.jamestandem.distribution.webadmin.WebadminClient;
import org.jamestandem.distribution.webadmin.WebadminClient.Answer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running server a command asks, and how it shows the answer. */
final class ServerOptions {
    private static final int NOT_FOUND = 404;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where webadmin is (default: what the server wrote in the data folder).")
    private String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "What opens it (default: what the server wrote in the data folder).")
    private String token;

    @Option(names = "--json", description = "Print the server's answer as it is.")
    private boolean json;

    @Mixin private FolderOptions folders;

    boolean wantsJson() {
        return json;
    }

    /**
     * Sends one request.
     *
     * @throws Refusal when there is no server, or it did not do what it was asked
     */
    Answer call(String method, String path, String body) throws Refusal {
        WebadminAccess access = access();
        Answer answer;
        try {
            answer = new WebadminClient(access).call(method, path, body);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(ExitCode.FAILED, "no server answers at " + access.url(), e);
        }
        if (answer.status() == NOT_FOUND) {
            throw new Refusal(ExitCode.NOT_THERE, answer.reason());
        }
        if (!answer.isSuccess()) {
            throw new Refusal(ExitCode.REFUSED, "the server refuses: " + answer.reason());
        }
        return answer;
    }

    private WebadminAccess access() throws Refusal {
        if (url != null && token != null) {
            return new WebadminAccess(url, token);
        }
        WebadminAccess written =
                written()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ExitCode.FAILED,
                                                "no server has run in "
                                                        + folders.folders().data()
                                                        + "; name its folder with --data, or give"
                                                        + " --url and --token"));
        return new WebadminAccess(
                url != null ? url : written.url(), token != null ? token : written.token());
    }

    private Optional<WebadminAccess> written() throws Refusal {
        try {
            return WebadminAccess.read(folders.folders().data());
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.FOLDER_NOT_USABLE,
                    "cannot read %s: %s".formatted(folders.folders().data(), DataFolder.reason(e)),
                    e);
        }
    }
}
