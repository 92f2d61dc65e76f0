package org.jamestandem.imap.acl.james;

import java.util.ArrayList;
import java.util.List;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;

/**
 * Which flags which right is about (RFC 4314 §4): {@code s} is {@code \Seen}, {@code t} is {@code
 * \Deleted}, {@code w} is everything else.
 */
public final class FlagRights {
    /** The rights that are about flags. */
    static final Rights ALL = Rights.of(Right.SEEN, Right.WRITE, Right.DELETE_MESSAGES);

    private FlagRights() {}

    /** One call of {@code setFlags}. */
    record Step(Flags flags, FlagsUpdateMode mode) {}

    /** Those flags that may be changed with these rights. */
    static Flags permitted(Flags flags, Rights rights) {
        Flags permitted = new Flags(flags);
        if (!rights.contains(Right.SEEN)) {
            permitted.remove(Flag.SEEN);
        }
        if (!rights.contains(Right.DELETE_MESSAGES)) {
            permitted.remove(Flag.DELETED);
        }
        if (!rights.contains(Right.WRITE)) {
            permitted.remove(allButSeenAndDeleted(flags));
        }
        return permitted;
    }

    /** Those flags that may not be changed with these rights. */
    static Flags refused(Flags flags, Rights rights) {
        Flags refused = new Flags(flags);
        refused.remove(permitted(flags, rights));
        return refused;
    }

    private static Flags allButSeenAndDeleted(Flags flags) {
        Flags others = new Flags(flags);
        others.add(Flag.USER);
        others.remove(Flag.SEEN);
        others.remove(Flag.DELETED);
        return others;
    }

    /** The rights of which one is needed for the change not to be in vain. */
    public static Rights touchedBy(Flags flags, FlagsUpdateMode mode) {
        if (mode == FlagsUpdateMode.REPLACE) {
            return ALL;
        }
        Rights touched = Rights.NONE;
        for (Right right : ALL.members()) {
            if (!isEmpty(permitted(flags, Rights.of(right)))) {
                touched = touched.plus(Rights.of(right));
            }
        }
        return touched;
    }

    /**
     * The part of a change that these rights allow.
     *
     * @param known every flag that a message of the mailbox may have now
     */
    static List<Step> steps(Flags flags, FlagsUpdateMode mode, Rights rights, Flags known) {
        if (rights.members().containsAll(ALL.members())) {
            return List.of(new Step(flags, mode));
        }
        Flags permitted = permitted(flags, rights);
        List<Step> steps = new ArrayList<>();
        if (mode == FlagsUpdateMode.REPLACE) {
            Flags cleared = permitted(known, rights);
            cleared.remove(permitted);
            addUnlessEmpty(steps, new Step(cleared, FlagsUpdateMode.REMOVE));
            addUnlessEmpty(steps, new Step(permitted, FlagsUpdateMode.ADD));
        } else {
            addUnlessEmpty(steps, new Step(permitted, mode));
        }
        return List.copyOf(steps);
    }

    private static void addUnlessEmpty(List<Step> steps, Step step) {
        if (!isEmpty(step.flags())) {
            steps.add(step);
        }
    }

    private static boolean isEmpty(Flags flags) {
        return flags.getSystemFlags().length == 0 && flags.getUserFlags().length == 0;
    }
}
