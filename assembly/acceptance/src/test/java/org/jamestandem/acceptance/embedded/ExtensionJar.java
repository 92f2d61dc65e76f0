package org.jamestandem.acceptance.embedded;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jamestandem.testkit.ProjectFiles;

/** A jar as an operator builds one, against the jars of the distribution. */
final class ExtensionJar {
    private static final String SOURCE =
            """
            package %s;
            public class %s extends org.apache.mailet.base.GenericMatcher {
                @Override
                public java.util.Collection<org.apache.james.core.MailAddress> match(org.apache.mailet.Mail mail) {
                    return mail.getRecipients();
                }
            }
            """;

    private ExtensionJar() {}

    static Path withMatcher(Path folder, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        Path source = folder.resolve(simple + ".java");
        Files.writeString(source, SOURCE.formatted(name.substring(0, dot), simple));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(source, classes);
        return pack(classes, folder.resolve("operator.jar"));
    }

    private static void compile(Path source, Path classes) throws IOException {
        List<String> arguments =
                List.of("-cp", libraries(), "-d", classes.toString(), source.toString());
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the operator's class does not compile");
        }
    }

    private static String libraries() throws IOException {
        Path folder = ProjectFiles.root().resolve("assembly/distribution/target/tandem/lib");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
