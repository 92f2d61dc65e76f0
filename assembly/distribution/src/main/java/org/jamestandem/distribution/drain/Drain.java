package org.jamestandem.distribution.drain;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.time.Duration;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.utils.GuiceProbe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a server that others go on without: nobody new is let in, what runs is finished, and
 * then mail on its way through the mailets; each for a while only.
 */
public final class Drain implements GuiceProbe {
    /** How long clients may wait for the answers to what they have sent. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger LOGGER = LoggerFactory.getLogger(Drain.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Doors doors;
    private final Provider<JamesMailSpooler> spooler;

    /**
     * @param spooler asked for at the end only: James starts things in the order in which they are
     *     made, and this probe is made first
     */
    @Inject
    public Drain(Doors doors, Provider<JamesMailSpooler> spooler) {
        this.doors = doors;
        this.spooler = spooler;
    }

    /** Returns once nothing runs, or no longer may. */
    public void perform() throws InterruptedException {
        doors.close();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!doors.isQuiet() && System.nanoTime() < end) {
            Thread.sleep(PAUSE.toMillis());
        }
        if (!doors.isQuiet()) {
            LOGGER.warn("Stopping although clients still wait for an answer");
        }
        spooler.get().dispose();
    }
}
