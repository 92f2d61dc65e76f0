package org.jamestandem.pop3.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.junit.jupiter.api.Test;

/** What every {@link Devices} keeps to. */
public interface DevicesContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Instant MONDAY = Instant.parse("2026-01-05T08:00:00.123Z");
    Username ANNA = Username.of("anna@example.org");
    Reader PHONE = new Reader(ANNA, new Device("phone"));

    /** With nothing in it. */
    Devices devices();

    @Test
    default void aNewUserHasNone() {
        assertThat(known()).isEmpty();
    }

    @Test
    default void theLatestTimeIsKeptWhateverTheOrder() {
        for (long hours : List.of(1, 2, 0)) {
            devices().note(PHONE, MONDAY.plus(Duration.ofHours(hours))).block(PATIENCE);
        }
        devices().note(Reader.of(ANNA), MONDAY).block(PATIENCE);
        assertThat(known())
                .isEqualTo(
                        Map.of(
                                PHONE.device(),
                                MONDAY.plus(Duration.ofHours(2)),
                                Device.DEFAULT,
                                MONDAY));
    }

    @Test
    default void aForgottenDeviceIsGone() {
        devices().note(PHONE, MONDAY).block(PATIENCE);
        devices().note(Reader.of(ANNA), MONDAY).block(PATIENCE);
        for (int twice = 0; twice < 2; twice++) {
            devices().forget(PHONE).block(PATIENCE);
        }
        assertThat(known()).containsOnlyKeys(Device.DEFAULT);
    }

    @Test
    default void aForgottenDeviceComesBackWithALaterTime() {
        devices().note(PHONE, MONDAY).block(PATIENCE);
        devices().forget(PHONE).block(PATIENCE);
        devices().note(PHONE, MONDAY.plusMillis(1)).block(PATIENCE);
        assertThat(known()).isEqualTo(Map.of(PHONE.device(), MONDAY.plusMillis(1)));
    }

    @Test
    default void usersHaveTheirOwn() {
        devices().note(PHONE, MONDAY).block(PATIENCE);
        assertThat(devices().of(Username.of("bob@example.org")).block(PATIENCE)).isEmpty();
    }

    private Map<Device, Instant> known() {
        return devices().of(ANNA).block(PATIENCE);
    }
}
