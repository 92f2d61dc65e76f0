package org.jamestandem.pop3.sweep.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepCountsTest {
    private final SweepCounts counts =
            new SweepCounts(
                    Map.of(
                            "messages",
                            5L,
                            "octets",
                            700L,
                            "users",
                            2L,
                            "messages b.example",
                            5L,
                            "octets b.example",
                            700L,
                            "users b.example",
                            2L,
                            "messages a.example",
                            0L,
                            "waiting",
                            3L));

    @Test
    void domainsAreRowsInOrderAndTheSumIsTheLast() {
        assertThat(counts.table().lines().map(line -> List.of(line.split(" +"))))
                .containsExactly(
                        List.of("domain", "messages", "octets", "users"),
                        List.of("a.example", "0", "0", "0"),
                        List.of("b.example", "5", "700", "2"),
                        List.of("all", "5", "700", "2"));
    }

    @Test
    void theSameIsSaidAsJson() {
        assertThat(counts.json())
                .containsEntry(
                        "domains",
                        Map.of(
                                "a.example", Map.of("messages", 0L, "octets", 0L, "users", 0L),
                                "b.example", Map.of("messages", 5L, "octets", 700L, "users", 2L)))
                .containsEntry("all", Map.of("messages", 5L, "octets", 700L, "users", 2L))
                .containsEntry("waiting", 3L)
                .containsEntry("failed", 0L);
    }
}
