package org.jamestandem.pop3.sweep.webadmin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a sweep or a forecast counted, by domain.
 *
 * @param counts as the task has them: {@code messages}, {@code messages example.org}
 */
record SweepCounts(Map<String, Long> counts) {
    private static final List<String> COLUMNS = List.of("messages", "octets", "users");
    private static final String BY_DOMAIN = "messages ";
    private static final String ALL = "all";

    String table() {
        StringBuilder table = new StringBuilder(line("domain", COLUMNS));
        domains().forEach(domain -> table.append(line(domain, texts(" " + domain))));
        return table.append(line(ALL, texts(""))).toString();
    }

    Map<String, Object> json() {
        Map<String, Object> domains = new LinkedHashMap<>();
        domains().forEach(domain -> domains.put(domain, numbers(" " + domain)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("domains", domains);
        json.put(ALL, numbers(""));
        for (String other : List.of("waiting", "looked-at", "failed")) {
            json.put(other, counts.getOrDefault(other, 0L));
        }
        return json;
    }

    private TreeSet<String> domains() {
        TreeSet<String> domains = new TreeSet<>();
        counts.keySet().stream()
                .filter(name -> name.startsWith(BY_DOMAIN))
                .forEach(name -> domains.add(name.substring(BY_DOMAIN.length())));
        return domains;
    }

    private Map<String, Long> numbers(String suffix) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        COLUMNS.forEach(column -> numbers.put(column, counts.getOrDefault(column + suffix, 0L)));
        return numbers;
    }

    private List<String> texts(String suffix) {
        return numbers(suffix).values().stream().map(String::valueOf).toList();
    }

    private static String line(String title, List<String> cells) {
        return "%-40s %12s %16s %10s%n".formatted(title, cells.get(0), cells.get(1), cells.get(2));
    }
}
