package org.jamestandem.distribution.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jamestandem.distribution.configuration.PrivateFiles;

/** The one password of the sample accounts: made at the first start, kept in the data folder. */
final class SamplePassword {
    private static final String FILE = "sample-password";

    /** Nothing that looks like something else, on screen or on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private SamplePassword() {}

    static String provide(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        String made = random(new SecureRandom());
        PrivateFiles.write(file, made + "\n");
        return made;
    }

    private static String random(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
