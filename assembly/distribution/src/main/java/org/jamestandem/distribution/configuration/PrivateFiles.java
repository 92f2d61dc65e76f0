package org.jamestandem.distribution.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files whole: a reader sees the old text or the new one, never half of it. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> READABLE =
            PosixFilePermissions.fromString("rw-r--r--");

    private PrivateFiles() {}

    /** Replaces a file that only its owner may read (mode 0600). */
    public static void write(Path file, String text) throws IOException {
        replace(file, text, OWNER_ONLY);
    }

    /** Replaces a file that everybody may read (mode 0644). */
    public static void writeReadable(Path file, String text) throws IOException {
        replace(file, text, READABLE);
    }

    private static void replace(Path file, String text, Set<PosixFilePermission> mode)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path written =
                Files.createTempFile(
                        folder, "." + file.getFileName(), ".new", attributes(OWNER_ONLY));
        try {
            Files.writeString(written, text, StandardCharsets.UTF_8);
            if (posix()) {
                Files.setPosixFilePermissions(written, mode);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        if (!posix()) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
