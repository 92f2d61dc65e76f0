package org.jamestandem.distribution.server;

import com.google.inject.Module;
import java.io.IOException;
import java.util.function.Consumer;
import org.jamestandem.distribution.configuration.ServerConfiguration;

/**
 * One way to run the server: where mail is kept, how mail on its way is queued, how nodes hear of
 * each other. The form is chosen before anything is composed, so that no module asks which one it
 * is.
 */
public interface Form {
    /** What {@code --storage} calls it. */
    String word();

    /** Where mail is kept, to go on with after "mail". */
    String place();

    /** Whether mail is still there after a stop. */
    boolean keepsMail();

    /**
     * Storage, mail queue, event bus, tasks and search. Opens nothing.
     *
     * @param configuration as {@link #open} has left it, or as it stands in the files for a check
     */
    Module storage(ServerConfiguration configuration);

    /**
     * Starts what the form brings along, and waits until it serves.
     *
     * @param progress gets lines for the operator
     * @throws IOException when it cannot be started here
     */
    default Backing open(ServerConfiguration configuration, Consumer<String> progress)
            throws IOException {
        return Backing.none(configuration);
    }
}
