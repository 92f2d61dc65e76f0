package org.jamestandem.imap.search;

import java.util.Set;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;

/**
 * The section {@code <search>} of {@code tandem.xml}.
 *
 * @param engine what answers keys about the content of messages
 * @param folder where an engine keeps its files, as James names places: {@code file://var/search}
 * @param readAtMost messages that one search may read because the index leaves them in doubt
 */
public record SearchSettings(Engine engine, String folder, int readAtMost) {
    /** The section of {@code tandem.xml} that this reads. */
    public static final String SECTION = "search";

    /** What answers keys about the content of messages. */
    public enum Engine {
        /** Every message is read that may match. */
        SCAN,
        /** An index in a folder of this server. */
        LUCENE
    }

    private static final String ENGINE = "engine";
    private static final String FOLDER = "folder";
    private static final String READ_AT_MOST = "read-at-most";
    private static final String DEFAULT_FOLDER = "file://var/search";
    private static final int DEFAULT_READ_AT_MOST = 100_000;

    private static final SettingFormat<String> PLACE =
            SettingFormats.of(
                    SearchSettings::place,
                    "a folder as James names them, starting with file://",
                    DEFAULT_FOLDER);

    /**
     * Reads and checks the section.
     *
     * @param search the section; absent when {@code tandem.xml} has none
     * @throws InvalidSetting when something in it is unknown, illegal or contradicts another option
     */
    public static SearchSettings read(Settings search) {
        search.allow(Set.of(ENGINE, FOLDER, READ_AT_MOST), Set.of());
        Engine engine =
                search.value(ENGINE, SettingFormats.oneOf(Engine.class)).orElse(Engine.SCAN);
        if (engine == Engine.SCAN && !search.children(FOLDER).isEmpty()) {
            throw new InvalidSetting(
                    "%s: <%s> means nothing with <%s>scan</%s>, which keeps no files; leave it out or choose <%s>lucene</%s>"
                            .formatted(search.place(), FOLDER, ENGINE, ENGINE, ENGINE, ENGINE));
        }
        return new SearchSettings(
                engine,
                search.value(FOLDER, PLACE).orElse(DEFAULT_FOLDER),
                search.value(READ_AT_MOST, SettingFormats.wholeNumber(1, Integer.MAX_VALUE))
                        .orElse(DEFAULT_READ_AT_MOST));
    }

    private static String place(String text) {
        if (!text.startsWith("file://") || text.length() == "file://".length()) {
            throw new IllegalArgumentException("not a place");
        }
        return text;
    }
}
