package org.jamestandem.acceptance.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jamestandem.testkit.ProjectFiles;
import org.junit.jupiter.api.Test;

/** {@code docs/operate/dependencies.md} against the jars that ship and those of stock James. */
class RaisedLibrariesTest {
    private static final Pattern ARTIFACT = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern RAISED_VERSION =
            Pattern.compile("<([a-z0-9-]+)\\.version>([^<]+)</\\1\\.version>");

    /** Comes beside the library of the same name and version. */
    private static final String NATIVE_PART = "-native.jar";

    @Test
    void everyRowIsWhatTheZipHolds() throws Exception {
        Set<String> jars = shipped();
        List<String> expected = new ArrayList<>();
        for (Row row : rows()) {
            row.artifacts().forEach(artifact -> expected.add(artifact + "-" + row.ours() + ".jar"));
        }
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(jars).containsAll(expected);
    }

    @Test
    void everyRowIsWhatStockJamesHas() throws Exception {
        Set<String> jars = stock();
        int compared = 0;
        for (Row row : rows()) {
            for (String artifact : row.artifacts()) {
                String name = artifact.replace("jdk18on", "jdk15on");
                List<String> pinned =
                        jars.stream().filter(jar -> jar.matches(name + "-[0-9].*")).toList();
                compared += pinned.size();
                assertThat(pinned)
                        .as(name)
                        .allMatch(jar -> jar.equals(name + "-" + row.james() + ".jar"));
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void everythingThatThePomRaisesHasARow() throws Exception {
        String pom = Files.readString(ProjectFiles.root().resolve("pom.xml"));
        String raised =
                pom.substring(pom.indexOf("<!-- Raised above"), pom.indexOf("<!-- Ours -->"));
        List<String> versions = new ArrayList<>();
        Matcher property = RAISED_VERSION.matcher(raised);
        while (property.find()) {
            versions.add(property.group(2));
        }
        assertThat(versions).hasSizeGreaterThan(10);
        assertThat(rows().stream().map(Row::ours).collect(Collectors.toSet()))
                .containsAll(versions);
    }

    @Test
    void noLibraryIsThereTwiceAndNoSupersededOneAtAll() throws Exception {
        Set<String> jars = shipped();
        List<String> libraries = jars.stream().filter(jar -> !jar.endsWith(NATIVE_PART)).toList();
        Set<String> names =
                libraries.stream()
                        .map(jar -> jar.replaceFirst("-[0-9][^-]*(-[A-Za-z0-9.]+)*\\.jar$", ""))
                        .collect(Collectors.toSet());
        assertThat(names).hasSameSizeAs(libraries);
        assertThat(jars)
                .noneMatch(jar -> jar.contains("jdk15on"))
                .noneMatch(jar -> jar.startsWith("commons-logging"))
                .noneMatch(jar -> jar.startsWith("junit") || jar.startsWith("assertj"));
    }

    private static List<Row> rows() throws IOException {
        Path page = ProjectFiles.root().resolve("docs/operate/dependencies.md");
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readString(page).split("## Not raised", 2)[0].split("\n")) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                List<String> artifacts =
                        ARTIFACT.matcher(cells[1]).results().map(found -> found.group(1)).toList();
                rows.add(
                        new Row(
                                artifacts.stream().filter(name -> !name.startsWith("-")).toList(),
                                cells[2].strip(),
                                cells[3].strip()));
            }
        }
        return rows;
    }

    /** The server's own; the managed Cassandra has others, in a process of its own. */
    private static Set<String> shipped() throws IOException {
        Path zip = ProjectFiles.built("assembly/distribution/target", "tandem-", ".zip");
        try (ZipFile entries = new ZipFile(zip.toFile())) {
            return entries.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("[^/]+/lib/[^/]+\\.jar"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> stock() throws IOException {
        Path lib = ProjectFiles.root().resolve("assembly/servers/stock-james/target/lib");
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private record Row(List<String> artifacts, String james, String ours) {}
}
