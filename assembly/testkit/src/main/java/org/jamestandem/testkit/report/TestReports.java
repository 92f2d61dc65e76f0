package org.jamestandem.testkit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Sums up the test reports of all modules. Stands alone, so that {@code java TestReports.java} runs
 * it even when nothing could be compiled.
 *
 * <p>Arguments: the checkout; the second (of the epoch) before which reports are old. Exit code 1
 * when a test failed.
 */
public final class TestReports {
    private int passed;
    private int failed;
    private int skipped;
    private final List<String> remarks = new ArrayList<>();

    /** Prints failed and skipped tests by name, then the counts. */
    public static void main(String[] args) throws Exception {
        TestReports reports = of(Path.of(args[0]), Instant.ofEpochSecond(Long.parseLong(args[1])));
        reports.remarks.forEach(System.out::println);
        System.out.println(reports.summary());
        if (reports.failed > 0) {
            System.exit(1);
        }
    }

    static TestReports of(Path root, Instant start) throws Exception {
        TestReports reports = new TestReports();
        for (Path report : find(root, start)) {
            reports.add(report);
        }
        return reports;
    }

    List<String> remarks() {
        return remarks;
    }

    String summary() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }

    private static List<Path> find(Path root, Instant start) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.startsWith("TEST-")
                        && name.endsWith(".xml")
                        && file.getParent().endsWith(Path.of("target", "surefire-reports"))
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
                    found.add(file);
                }
            }
        }
        found.sort(null);
        return found;
    }

    private void add(Path report) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        NodeList cases = parser.parse(report.toFile()).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element test) {
        if (has(test, "failure") || has(test, "error")) {
            failed++;
            remarks.add("failed:  " + name(test));
        } else if (has(test, "skipped")) {
            skipped++;
            Element reason = (Element) test.getElementsByTagName("skipped").item(0);
            remarks.add("skipped: " + name(test) + ": " + reason.getAttribute("message"));
        } else {
            passed++;
        }
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static String name(Element test) {
        return test.getAttribute("classname") + " " + test.getAttribute("name");
    }
}
