package org.jamestandem.pop3.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link Uploads} keeps to. */
public interface UploadsContract {
    Duration PATIENCE = Duration.ofSeconds(60);

    Uploads uploads();

    @Test
    default void whatIsKeptIsReadAsItWas() {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        uploads().keep(id, "Čeština\r\n").block(PATIENCE);
        uploads().keep(other, "").block(PATIENCE);
        assertThat(uploads().of(id).block(PATIENCE)).isEqualTo("Čeština\r\n");
        assertThat(uploads().of(other).block(PATIENCE)).isEmpty();
    }

    @Test
    default void aLongListIsKeptWhole() {
        UUID id = UUID.randomUUID();
        String text =
                new Random(7)
                        .longs(100_000)
                        .mapToObj(Long::toHexString)
                        .collect(Collectors.joining("\n"));
        uploads().keep(id, text).block(PATIENCE);
        assertThat(uploads().of(id).block(PATIENCE)).isEqualTo(text);
    }

    @Test
    default void whatWasNeverKeptIsNotThere() {
        assertThat(uploads().of(UUID.randomUUID()).blockOptional(PATIENCE)).isEmpty();
    }
}
