package org.jamestandem.distribution.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jamestandem.distribution.configuration.Folders;

/** The data folder, held by one server at a time. */
final class DataFolder implements AutoCloseable {
    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder where it is missing and locks it.
     *
     * @throws Refusal when it cannot be written, or another server has it
     */
    static DataFolder open(Folders folders) throws Refusal {
        Path data = folders.data();
        try {
            Files.createDirectories(folders.logs());
            FileChannel channel =
                    FileChannel.open(
                            data.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(data);
            }
            return new DataFolder(channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(data);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.FOLDER_NOT_USABLE,
                    "cannot write to the data folder %s: %s; choose another with --data"
                            .formatted(data, reason(e)),
                    e);
        }
    }

    /** What an I/O error means, in words. */
    static String reason(IOException error) {
        String name = error.getClass().getSimpleName();
        return switch (name) {
            case "AccessDeniedException" -> "permission denied";
            case "FileAlreadyExistsException" -> "a file is in its place";
            case "NoSuchFileException" -> "no such folder";
            default -> String.valueOf(error.getMessage());
        };
    }

    private static Refusal inUse(Path data) {
        return new Refusal(
                ExitCode.FOLDER_NOT_USABLE,
                "another server is using the data folder %s; choose another with --data"
                        .formatted(data));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
