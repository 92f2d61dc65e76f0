package org.jamestandem.pop3.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.memory.MemoryDevices;
import org.junit.jupiter.api.Test;

class KnownDevicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final Username ANNA = Username.of("anna@example.org");

    private final Devices devices = new MemoryDevices();

    @Test
    void aDeviceComesInByALoginUpToTheMost() {
        assertThat(admit(2, NOW, "one")).isTrue();
        assertThat(admit(2, NOW, "two")).isTrue();
        assertThat(admit(2, NOW, "three")).isFalse();
        assertThat(admit(2, NOW, "two")).isTrue();
        assertThat(known(NOW).of(ANNA).block(PATIENCE))
                .containsExactlyInAnyOrder(new Device("one"), new Device("two"));
    }

    @Test
    void theDefaultDeviceAndALookBackAreAlwaysLetIn() {
        assertThat(admit(0, NOW, "")).isTrue();
        assertThat(admit(0, NOW, Device.RECENT.name())).isTrue();
        assertThat(devices.of(ANNA).block(PATIENCE)).containsOnlyKeys(Device.DEFAULT);
    }

    @Test
    void aDeviceThatWasNotSeenForLongMakesRoom() {
        admit(1, NOW, "old");
        Instant later = NOW.plus(Duration.ofDays(91));
        assertThat(known(later).of(ANNA).block(PATIENCE)).isEmpty();
        assertThat(admit(1, later, "new")).isTrue();
    }

    @Test
    void seeingADeviceAgainAtOnceWritesNothing() {
        admit(1, NOW, "one");
        admit(1, NOW.plusSeconds(60), "one");
        assertThat(devices.of(ANNA).block(PATIENCE)).containsValue(NOW);
        admit(1, NOW.plus(Duration.ofHours(2)), "one");
        assertThat(devices.of(ANNA).block(PATIENCE)).containsValue(NOW.plus(Duration.ofHours(2)));
    }

    private boolean admit(int most, Instant now, String device) {
        return new KnownDevices(
                        devices,
                        new DeviceSettings(most, Duration.ofDays(90)),
                        Clock.fixed(now, ZoneOffset.UTC))
                .admit(new Reader(ANNA, new Device(device)))
                .block(PATIENCE);
    }

    private KnownDevices known(Instant now) {
        return new KnownDevices(devices, DeviceSettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC));
    }
}
