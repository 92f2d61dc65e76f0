package org.jamestandem.pop3.policy;

import java.util.Comparator;
import org.jamestandem.kernel.settings.SettingFormats;

/**
 * What happens to a message at QUIT, or when it expires. A message with none is kept as it is.
 *
 * @param folder where {@link Act#MOVE} moves it; empty for every other act
 */
public record Disposition(Act act, String folder) implements Comparable<Disposition> {
    /** What can happen, in the order in which it is done. */
    public enum Act {
        /** It is noted that this reader has it. */
        TAKE,
        /** It gets the IMAP flag \Seen. */
        SEE,
        /** This reader is not offered it again; IMAP keeps it. */
        HIDE,
        /** No reader of this user is offered it again; IMAP keeps it. */
        HIDE_ALL,
        /** It goes from the maildrop's folders to another folder. */
        MOVE,
        /** It goes from the maildrop's folders to the user's Trash. */
        TRASH,
        /** It is removed from the maildrop's folders, for everybody. */
        EXPUNGE
    }

    /** Noted as taken. */
    public static final Disposition TAKE = new Disposition(Act.TAKE, "");

    /** Flagged \Seen. */
    public static final Disposition SEE = new Disposition(Act.SEE, "");

    /** Hidden from this reader. */
    public static final Disposition HIDE = new Disposition(Act.HIDE, "");

    /** Hidden from POP3. */
    public static final Disposition HIDE_ALL = new Disposition(Act.HIDE_ALL, "");

    /** Moved to Trash. */
    public static final Disposition TRASH = new Disposition(Act.TRASH, "");

    /** Removed for everybody. */
    public static final Disposition EXPUNGE = new Disposition(Act.EXPUNGE, "");

    private static final String MOVE = "move ";
    private static final Comparator<Disposition> ORDER =
            Comparator.comparing(Disposition::act).thenComparing(Disposition::folder);

    public Disposition {
        if (act == Act.MOVE) {
            folder = new FolderName(folder).value();
        } else if (!folder.isEmpty()) {
            throw new IllegalArgumentException(act + " knows no folder");
        }
    }

    /** Moved to that folder. */
    public static Disposition moveTo(FolderName folder) {
        return new Disposition(Act.MOVE, folder.value());
    }

    /**
     * Reads what {@link #word} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Disposition parse(String word) {
        if (word.startsWith(MOVE)) {
            return moveTo(new FolderName(word.substring(MOVE.length()).strip()));
        }
        return new Disposition(SettingFormats.oneOf(Act.class).parse(word), "");
    }

    /** One word, or {@code move} and a folder. */
    public String word() {
        return act == Act.MOVE ? MOVE + folder : SettingFormats.word(act);
    }

    /** Whether the message leaves the maildrop's folders. */
    public boolean removes() {
        return act.compareTo(Act.MOVE) >= 0;
    }

    /** Whether the message leaves the maildrop's folders and is kept elsewhere. */
    public boolean relocates() {
        return act == Act.MOVE || act == Act.TRASH;
    }

    @Override
    public int compareTo(Disposition other) {
        return ORDER.compare(this, other);
    }
}
