package org.jamestandem.testkit.clients;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of messages as mail clients keep it: {@code new}, {@code cur}, {@code tmp}; flags in the
 * file names.
 */
public final class Maildir {
    private final Path folder;

    private Maildir(Path folder) {
        this.folder = folder;
    }

    /** Creates what is missing of it. */
    public static Maildir at(Path folder) {
        try {
            for (String part : List.of("new", "cur", "tmp")) {
                Files.createDirectories(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Maildir(folder);
    }

    /** The files of all messages, in the order of their names. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("new", "cur")) {
            try (Stream<Path> list = Files.list(folder.resolve(part))) {
                list.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.sort(null);
        return files;
    }

    /** The Subject header lines' values, in the order of their files. */
    public List<String> subjects() {
        return files().stream().map(Maildir::subject).toList();
    }

    /** Stores a message as a mail program would: seen or not. */
    public void add(String name, String message, boolean seen) {
        Path file =
                seen
                        ? folder.resolve("cur").resolve(name + ":2,S")
                        : folder.resolve("new").resolve(name);
        try {
            Files.writeString(file, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renames the message with this subject so that it carries exactly these flags, such as {@code
     * FS}.
     */
    public void flag(String subject, String flags) {
        Path file = find(subject);
        String name = file.getFileName().toString().replaceFirst(":2,.*", "") + ":2," + flags;
        try {
            Files.move(file, folder.resolve("cur").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flags of the message with this subject, empty when it has none. */
    public String flags(String subject) {
        String name = find(subject).getFileName().toString();
        int flags = name.indexOf(":2,");
        return flags < 0 ? "" : name.substring(flags + ":2,".length());
    }

    /** Removes the message with this subject. */
    public void remove(String subject) {
        try {
            Files.delete(find(subject));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path find(String subject) {
        return files().stream()
                .filter(file -> subject(file).equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + subject + "' among " + subjects()));
    }

    private static String subject(Path file) {
        try {
            return Files.readString(file, ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith("Subject: "))
                    .map(line -> line.substring("Subject: ".length()))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
