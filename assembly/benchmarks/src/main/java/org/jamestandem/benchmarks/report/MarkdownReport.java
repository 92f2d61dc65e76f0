package org.jamestandem.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jamestandem.benchmarks.measure.Measurement;
import org.jamestandem.benchmarks.measure.Samples;

/**
 * One scenario on several servers as a Markdown table: for each kind of command the median and the
 * 99th percentile in milliseconds, and the median as a multiple of the first server's.
 */
public final class MarkdownReport {
    private final List<Measurement> measurements;

    /**
     * @param measurements of one scenario; the first is what the others are compared with
     */
    public MarkdownReport(List<Measurement> measurements) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.measurements = List.copyOf(measurements);
    }

    /** The table, and below it what went wrong. */
    public String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        rows.add(rule());
        labels().forEach(label -> rows.add(row(label)));
        rows.add(summary("operations/s", this::rate));
        rows.add(summary("errors", measurement -> Integer.toString(measurement.failed())));
        String table =
                rows.stream()
                        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                        .collect(Collectors.joining());
        return "### %s, %d messages\n\n".formatted(baseline().scenario(), baseline().messages())
                + table
                + errors();
    }

    private Measurement baseline() {
        return measurements.get(0);
    }

    private Set<String> labels() {
        return measurements.stream()
                .flatMap(measurement -> measurement.commands().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>(List.of("p50 / p99 ms", "n"));
        for (Measurement measurement : measurements) {
            cells.add(measurement.target());
            if (measurement != baseline()) {
                cells.add("×");
            }
        }
        return cells;
    }

    private List<String> rule() {
        return header().stream().map(cell -> cell.equals("p50 / p99 ms") ? "---" : "---:").toList();
    }

    private List<String> row(String label) {
        List<String> cells = new ArrayList<>();
        cells.add(label);
        cells.add(count(label));
        for (Measurement measurement : measurements) {
            cells.add(measurement.command(label).map(MarkdownReport::times).orElse("–"));
            if (measurement != baseline()) {
                cells.add(ratio(label, measurement));
            }
        }
        return cells;
    }

    private String count(String label) {
        return Integer.toString(
                measurements.stream()
                        .flatMap(measurement -> measurement.command(label).stream())
                        .mapToInt(Samples::count)
                        .max()
                        .orElse(0));
    }

    private static String times(Samples samples) {
        return millis(samples.percentile(50)) + " / " + millis(samples.percentile(99));
    }

    private static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(
                Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }

    private String ratio(String label, Measurement measurement) {
        long ours = measurement.command(label).map(samples -> samples.percentile(50)).orElse(0L);
        long first = baseline().command(label).map(samples -> samples.percentile(50)).orElse(0L);
        return ours == 0 || first == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f", (double) ours / first);
    }

    private List<String> summary(String name, Function<Measurement, String> value) {
        List<String> cells = new ArrayList<>(List.of("**" + name + "**", ""));
        for (Measurement measurement : measurements) {
            cells.add("**" + value.apply(measurement) + "**");
            if (measurement != baseline()) {
                cells.add("");
            }
        }
        return cells;
    }

    private String rate(Measurement measurement) {
        return String.format(Locale.ROOT, "%.0f", measurement.operationsPerSecond());
    }

    private String errors() {
        StringBuilder text = new StringBuilder();
        for (Measurement measurement : measurements) {
            measurement
                    .errors()
                    .forEach(
                            (label, error) ->
                                    text.append("\n- ")
                                            .append(measurement.target())
                                            .append(", ")
                                            .append(label)
                                            .append(": ")
                                            .append(error));
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }
}
