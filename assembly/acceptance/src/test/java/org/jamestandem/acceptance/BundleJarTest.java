package org.jamestandem.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jamestandem.testkit.ProjectFiles;
import org.junit.jupiter.api.Test;

class BundleJarTest {
    private static final Path JAR =
            ProjectFiles.built("assembly/bundle/target", "tandem-extensions-", ".jar");

    private static final Pattern CLASS_NAME =
            Pattern.compile("\\borg\\.jamestandem\\.[a-z0-9.]+\\.[A-Z]\\w*");

    /** The one place where the stamp is chosen is the root pom. */
    private static final LocalDateTime STAMP =
            LocalDateTime.ofInstant(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    /** Other people's code, which keeps the time of the jar that it comes from. */
    private static final List<String> OTHERS =
            List.of("org/jamestandem/shaded/", "META-INF/services/");

    @Test
    void everyClassIsOurs() throws IOException {
        assertThat(classes()).isNotEmpty().allMatch(name -> name.startsWith("org/jamestandem/"));
    }

    @Test
    void everyClassThatTheSampleConfigurationNamesIsThere() throws IOException {
        Set<String> named = new HashSet<>();
        try (var files =
                Files.list(ProjectFiles.root().resolve("assembly/bundle/sample-configuration"))) {
            for (Path file : files.toList()) {
                CLASS_NAME
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group().replace('.', '/') + ".class")
                        .forEach(named::add);
            }
        }
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void noTestAndNoServerOfOursIsInIt() throws IOException {
        assertThat(classes())
                .noneMatch(name -> name.startsWith("org/jamestandem/testkit/"))
                .noneMatch(name -> name.startsWith("org/jamestandem/servers/"))
                .noneMatch(name -> name.startsWith("org/jamestandem/distribution/"));
    }

    @Test
    void everyEntryOfOursCarriesTheFixedTime() throws IOException {
        for (JarEntry entry : entries()) {
            if (OTHERS.stream().noneMatch(entry.getName()::startsWith)) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(STAMP);
            }
        }
    }

    @Test
    void itStaysSmall() throws IOException {
        System.out.printf("tandem-extensions.jar: %,d bytes%n", Files.size(JAR));
        assertThat(Files.size(JAR)).isLessThan(8_000_000);
    }

    @Test
    void noPackageIsSplitBetweenTwoModules() throws IOException {
        Map<String, Set<String>> modulesOfPackage = new HashMap<>();
        for (String module :
                List.of("pop3-hooks", "imap-extensions", "mailets", "assembly/kernel")) {
            Path classes = ProjectFiles.root().resolve(module + "/target/classes");
            if (Files.notExists(classes)) {
                continue;
            }
            try (var files = Files.walk(classes)) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .map(file -> classes.relativize(file.getParent()).toString())
                        .forEach(
                                folder ->
                                        modulesOfPackage
                                                .computeIfAbsent(folder, any -> new HashSet<>())
                                                .add(module));
            }
        }
        assertThat(modulesOfPackage)
                .isNotEmpty()
                .allSatisfy((folder, in) -> assertThat(in).hasSize(1));
    }

    private static List<String> classes() throws IOException {
        return entries().stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    private static List<JarEntry> entries() throws IOException {
        List<JarEntry> entries = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Enumeration<JarEntry> all = jar.entries();
            while (all.hasMoreElements()) {
                entries.add(all.nextElement());
            }
        }
        return entries;
    }
}
