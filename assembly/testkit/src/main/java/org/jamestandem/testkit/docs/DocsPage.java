package org.jamestandem.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jamestandem.testkit.ProjectFiles;

/** One page below {@code docs/}: its option rows and its samples. */
public final class DocsPage {
    private static final String HEADER = "| Option | Default | Accepts | Effect | Reload | Since |";
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");
    private static final Pattern XML = Pattern.compile("(?s)```xml\n(.*?)```");

    private final Path file;
    private final List<String> lines;

    private DocsPage(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** A page by its name below {@code docs/}, such as {@code configure/tandem.xml.md}. */
    public static DocsPage named(String name) {
        Path file = ProjectFiles.root().resolve("docs").resolve(name);
        try {
            return new DocsPage(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of all option tables, in page order.
     *
     * @throws IllegalStateException when a row lacks a cell that every row needs
     */
    public List<OptionRow> options() {
        List<OptionRow> rows = new ArrayList<>();
        String heading = "";
        boolean inTable = false;
        for (String line : lines) {
            Matcher title = HEADING.matcher(line);
            if (title.matches()) {
                heading = title.group(1);
            }
            if (line.equals(HEADER)) {
                inTable = true;
            } else if (!line.startsWith("|")) {
                inTable = false;
            } else if (inTable && !line.startsWith("|-")) {
                rows.add(row(heading, line));
            }
        }
        return List.copyOf(rows);
    }

    /** The names of all options on the page that begin so. */
    public Set<String> optionsBelow(String prefix) {
        return options().stream()
                .map(OptionRow::option)
                .filter(option -> option.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The headings of the page, without their marks. */
    public List<String> headings() {
        return lines.stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(title -> title.group(1))
                .toList();
    }

    /** The XML samples of the page. */
    public List<String> xmlSamples() {
        return XML.matcher(String.join("\n", lines))
                .results()
                .map(sample -> sample.group(1))
                .toList();
    }

    private OptionRow row(String heading, String line) {
        List<String> cells =
                Arrays.stream(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
        if (cells.size() != 8) {
            throw new IllegalStateException(file + ": not six cells: " + line);
        }
        for (int needed : List.of(1, 3, 4, 5, 6)) {
            if (cells.get(needed).isEmpty()) {
                throw new IllegalStateException(file + ": an empty cell: " + line);
            }
        }
        return new OptionRow(heading, cells.get(1).replace("`", ""));
    }
}
