package org.jamestandem.pop3.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;

/**
 * The folders that make one maildrop: {@code <folders>}. Those that a user has not are passed over.
 *
 * @param names INBOX first, none twice; a message with copies in several counts where it comes
 *     first
 */
public record Folders(List<FolderName> names) implements PolicyOption {
    /** INBOX alone. */
    public static final Folders INBOX = new Folders(List.of(FolderName.INBOX));

    static final SettingFormat<Folders> FORMAT =
            SettingFormats.of(
                    Folders::parse,
                    "up to 20 folders separated by commas, INBOX first and none twice",
                    "INBOX, Junk");

    private static final int MOST = 20;

    public Folders {
        names = List.copyOf(names);
        if (names.isEmpty()
                || names.size() > MOST
                || !names.get(0).equals(FolderName.INBOX)
                || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("not the folders of a maildrop: " + names);
        }
    }

    private static Folders parse(String text) {
        return new Folders(
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(FolderName::new)
                        .toList());
    }

    @Override
    public OptionName option() {
        return OptionName.FOLDERS;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(
                names.stream().map(FolderName::value).collect(Collectors.joining(", ")));
    }
}
