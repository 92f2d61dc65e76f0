package org.jamestandem.distribution.command;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.StartUpChecksPerformer;
import org.jamestandem.kernel.settings.InvalidSetting;

/** Turns whatever stopped a start into one line and an exit code. */
final class Failures {
    private Failures() {}

    /**
     * @param details where there is more to read, with the punctuation before it; may be empty
     */
    static Refusal explain(Throwable error, String details) {
        if (error instanceof Refusal refusal) {
            return refusal;
        }
        Optional<InvalidSetting> setting = first(error, InvalidSetting.class);
        if (setting.isPresent()) {
            return new Refusal(
                    ExitCode.BAD_CONFIGURATION, oneLine(setting.get().getMessage()), error);
        }
        Optional<StartUpChecksPerformer.StartUpChecksException> checks =
                first(error, StartUpChecksPerformer.StartUpChecksException.class);
        if (checks.isPresent()) {
            return new Refusal(
                    ExitCode.BAD_CONFIGURATION, descriptions(checks.get()) + details, error);
        }
        if (first(error, BindException.class).isPresent()) {
            return new Refusal(
                    ExitCode.PORT_IN_USE,
                    "a port was taken while the server started; try --port-offset" + details,
                    error);
        }
        return new Refusal(
                ExitCode.FAILED, "the server cannot start: " + deepest(error) + details, error);
    }

    private static String descriptions(StartUpChecksPerformer.StartUpChecksException checks) {
        return checks.getBadChecks().stream()
                .map(check -> check.getDescription().orElse(check.getName() + " failed"))
                .map(Failures::oneLine)
                .collect(Collectors.joining("; "));
    }

    private static <T extends Throwable> Optional<T> first(Throwable error, Class<T> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        String name = deepest.getClass().getSimpleName();
        return message == null ? name : name + ": " + oneLine(message);
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
