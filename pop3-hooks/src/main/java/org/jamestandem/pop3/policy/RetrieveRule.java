package org.jamestandem.pop3.policy;

import java.util.Set;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.policy.Disposition.Act;

/**
 * What RETR means once the session has ended with QUIT: {@code <on-retrieve>}.
 *
 * @param dispositions none, or one
 */
public record RetrieveRule(Set<Disposition> dispositions) implements PolicyOption {
    /** Nothing. */
    public static final RetrieveRule KEEP = new RetrieveRule(Set.of());

    /** The message gets the IMAP flag \Seen. */
    public static final RetrieveRule SEEN = of(Disposition.SEE);

    /** The message goes to Trash. */
    public static final RetrieveRule TRASH = of(Disposition.TRASH);

    /** The message is removed for everybody. */
    public static final RetrieveRule DELETE = of(Disposition.EXPUNGE);

    static final SettingFormat<RetrieveRule> FORMAT =
            SettingFormats.of(
                    RetrieveRule::parse, "one of keep, seen, move FOLDER, trash, delete", "keep");

    public RetrieveRule {
        dispositions = Set.copyOf(dispositions);
        if (dispositions.size() > 1
                || !dispositions.stream().map(Disposition::act).allMatch(RetrieveRule::possible)) {
            throw new IllegalArgumentException("not a rule for RETR: " + dispositions);
        }
    }

    /** The message goes to that folder. */
    public static RetrieveRule moveTo(FolderName folder) {
        return of(Disposition.moveTo(folder));
    }

    private static boolean possible(Act act) {
        return switch (act) {
            case SEE, MOVE, TRASH, EXPUNGE -> true;
            case TAKE, HIDE, HIDE_ALL -> false;
        };
    }

    private static RetrieveRule of(Disposition disposition) {
        return new RetrieveRule(Set.of(disposition));
    }

    private static RetrieveRule parse(String text) {
        return switch (text) {
            case "keep" -> KEEP;
            case "seen" -> SEEN;
            case "delete" -> DELETE;
            case "trash" -> TRASH;
            default -> moving(text);
        };
    }

    private static RetrieveRule moving(String text) {
        Disposition disposition = Disposition.parse(text);
        if (disposition.act() != Act.MOVE) {
            throw new IllegalArgumentException("not a rule for RETR: " + text);
        }
        return of(disposition);
    }

    @Override
    public OptionName option() {
        return OptionName.ON_RETRIEVE;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(
                dispositions.stream().findFirst().map(RetrieveRule::word).orElse("keep"));
    }

    private static String word(Disposition disposition) {
        return switch (disposition.act()) {
            case SEE -> "seen";
            case EXPUNGE -> "delete";
            case TAKE, HIDE, HIDE_ALL, MOVE, TRASH -> disposition.word();
        };
    }
}
