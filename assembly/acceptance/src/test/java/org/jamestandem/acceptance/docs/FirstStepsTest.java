package org.jamestandem.acceptance.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.Requirement;
import org.jamestandem.testkit.james.Tandem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docs/first-steps.md tells a newcomer to do, command by command, as an ordinary user.
 * Only the ports differ.
 */
class FirstStepsTest {
    private static final Path PAGE = ProjectFiles.root().resolve("docs/first-steps.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Map<String, String> SERVICE_OF_PORT =
            Map.of("1025", "smtp", "1110", "pop3", "1993", "imaps");
    private static final String NOBODY = "65534";

    @TempDir Path home;

    @Test
    void everyCommandDoesWhatThePageSays() throws IOException, InterruptedException {
        for (String program : List.of("swaks", "getmail", "mbsync", "openssl", "curl", "setpriv")) {
            require(program);
        }
        List<String> blocks = blocks();
        try (Tandem tandem = Tandem.embedded().start()) {
            copyServerFiles(tandem);
            List<String> outputs = run(blocks.subList(1, blocks.size() - 2), tandem);
            assertThat(outputs).hasSize(5);
            assertThat(outputs.get(1)).as("sent").contains("250 2.6.0 Message received");
            assertThat(retrieved(outputs.get(2)))
                    .as("both polls")
                    .hasSize(2)
                    .element(1)
                    .isEqualTo(0);
            assertThat(retrieved(outputs.get(2)).get(0)).as("the first poll").isGreaterThan(1);
            assertThat(lastLine(outputs.get(4))).as("mails on the phone").matches("[1-9]\\d*");
            assertThat(outputs.get(4)).as("what POP3 lists").doesNotContainPattern("(?m)^1 \\d+$");
            sort(blocks, tandem);
        }
    }

    /** The commands that the page has a reader type into {@code openssl s_client}. */
    private void sort(List<String> blocks, Tandem tandem) throws IOException {
        String client = adapted(blocks.get(blocks.size() - 2), tandem);
        String typed =
                blocks.get(blocks.size() - 1)
                        .replace("the-password", Files.readString(password()).strip());
        Process process = bash(client).redirectErrorStream(true).start();
        List<String> answers = new ArrayList<>();
        try (BufferedReader in = process.inputReader(UTF_8);
                OutputStream out = process.getOutputStream()) {
            awaitLine(in, answers, "* OK");
            for (String line : typed.lines().toList()) {
                out.write((line + "\n").getBytes(UTF_8));
                out.flush();
                awaitLine(in, answers, line.substring(0, 2));
            }
        } finally {
            process.destroy();
        }
        assertThat(answers)
                .anyMatch(line -> line.matches("\\* SORT( \\d+){2,}"))
                .anyMatch(line -> line.startsWith("c OK"))
                .anyMatch(line -> line.startsWith("d OK"));
    }

    private static void awaitLine(BufferedReader in, List<String> answers, String start)
            throws IOException {
        String line;
        do {
            line = in.readLine();
            assertThat(line)
                    .as("an answer that starts with '%s' after %s", start, answers)
                    .isNotNull();
            answers.add(line);
        } while (!line.startsWith(start));
    }

    private List<String> run(List<String> blocks, Tandem tandem)
            throws IOException, InterruptedException {
        List<String> outputs = new ArrayList<>();
        String before = "";
        for (String block : blocks) {
            String commands = adapted(block, tandem);
            Path output = Files.createTempFile("first-steps", ".out");
            Process process =
                    bash(before + commands)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            int exitCode = process.waitFor();
            outputs.add(Files.readString(output));
            Files.delete(output);
            assertThat(exitCode).as("%s%n%s", commands, outputs.get(outputs.size() - 1)).isZero();
            before = before.isEmpty() ? commands : before;
        }
        return outputs;
    }

    private ProcessBuilder bash(String commands) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(
                    List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.addAll(List.of("bash", "-euc", commands));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private void copyServerFiles(Tandem tandem) throws IOException {
        Path tls = Files.createDirectories(home.resolve("tandem-try/server/tls"));
        Files.copy(tandem.data().resolve("tls/ca.pem"), tls.resolve("ca.pem"));
        Files.copy(
                tandem.data().resolve("sample-password"),
                password(),
                StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.toList()) {
                if (System.getProperty("user.name").equals("root")) {
                    Files.setAttribute(file, "unix:uid", Integer.valueOf(NOBODY));
                }
            }
        }
    }

    private Path password() {
        return home.resolve("tandem-try/server/sample-password");
    }

    private static String adapted(String commands, Tandem tandem) {
        String adapted = commands;
        for (Map.Entry<String, String> port : SERVICE_OF_PORT.entrySet()) {
            adapted =
                    adapted.replaceAll(
                            "\\b" + port.getKey() + "\\b",
                            Integer.toString(tandem.port(port.getValue())));
        }
        return adapted;
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(2))
                .toList();
    }

    private static List<Integer> retrieved(String output) {
        return Pattern.compile("(\\d+) messages? \\(\\d+ bytes\\) retrieved")
                .matcher(output)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static String lastLine(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.get(lines.size() - 1).strip();
    }

    private static void require(String program) throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder("sh", "-c", "command -v " + program + " >/dev/null")
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            throw Requirement.unmet(program + " is not installed; docs/first-steps.md needs it");
        }
    }
}
