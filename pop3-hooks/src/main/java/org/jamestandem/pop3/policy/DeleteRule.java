package org.jamestandem.pop3.policy;

import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.policy.Disposition.Act;

/** What DELE means once the session has ended with QUIT: {@code <on-delete>}. */
public record DeleteRule(Disposition disposition) implements PolicyOption {
    /** The message is removed for everybody, as RFC 1939 §6 has it. */
    public static final DeleteRule CLASSIC = new DeleteRule(Disposition.EXPUNGE);

    /** This reader is not offered the message again; IMAP keeps it. */
    public static final DeleteRule HIDE = new DeleteRule(Disposition.HIDE);

    /** No reader of this user is offered the message again; IMAP keeps it. */
    public static final DeleteRule HIDE_ALL = new DeleteRule(Disposition.HIDE_ALL);

    /** The message goes to Trash. */
    public static final DeleteRule TRASH = new DeleteRule(Disposition.TRASH);

    static final SettingFormat<DeleteRule> FORMAT =
            SettingFormats.of(
                    DeleteRule::parse,
                    "one of classic, hide, hide-all, move FOLDER, trash",
                    "classic");

    public DeleteRule {
        if (disposition.act().compareTo(Act.HIDE) < 0) {
            throw new IllegalArgumentException("not a rule for DELE: " + disposition);
        }
    }

    /** The message goes to that folder. */
    public static DeleteRule moveTo(FolderName folder) {
        return new DeleteRule(Disposition.moveTo(folder));
    }

    /** Whether POP3 no longer shows what a reader deleted, while it stays where it is. */
    boolean hides() {
        return disposition.act() == Act.HIDE || disposition.act() == Act.HIDE_ALL;
    }

    private static DeleteRule parse(String text) {
        if (text.equals("classic")) {
            return CLASSIC;
        }
        Disposition disposition = Disposition.parse(text);
        if (disposition.act() == Act.EXPUNGE) {
            throw new IllegalArgumentException("not a rule for DELE: " + text);
        }
        return new DeleteRule(disposition);
    }

    @Override
    public OptionName option() {
        return OptionName.ON_DELETE;
    }

    @Override
    public OptionWords words() {
        return OptionWords.of(disposition.act() == Act.EXPUNGE ? "classic" : disposition.word());
    }
}
