package org.jamestandem.benchmarks.scenario;

import java.util.List;

/** All of them, by name. */
public final class Scenarios {
    private static final List<Scenario> ALL =
            List.of(
                    new ImapMix(),
                    new ImapBulk(),
                    new ImapSearch(),
                    new ImapAppend(),
                    new SharedMailboxes(),
                    new Pop3Mix(),
                    new Pop3Maildrop(),
                    new Pop3Crowd());

    private Scenarios() {}

    /** In the order of the documentation. */
    public static List<Scenario> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException naming those that exist
     */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no scenario '%s'; there are %s"
                                                .formatted(
                                                        name,
                                                        ALL.stream()
                                                                .map(Scenario::name)
                                                                .toList())));
    }
}
