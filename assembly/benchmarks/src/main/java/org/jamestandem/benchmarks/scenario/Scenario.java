package org.jamestandem.benchmarks.scenario;

import java.io.IOException;
import org.jamestandem.benchmarks.measure.Recorder;
import org.jamestandem.benchmarks.servers.Target;

/** Something to do with a mail server, in two steps of which only the second is measured. */
public interface Scenario {
    /** A word for the command line. */
    String name();

    /** One sentence about what it does. */
    String purpose();

    /** As much of the load as this scenario makes use of. */
    default Load fitted(Load load) {
        return load;
    }

    /** Makes accounts and mail. */
    Work prepare(Target target, Load load) throws IOException, InterruptedException;

    /** What is measured, as often as it is run. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @throws IOException when a connection is lost or the server refuses to go on
         */
        void run(Recorder recorder) throws IOException, InterruptedException;
    }
}
