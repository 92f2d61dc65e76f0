package org.jamestandem.pop3.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jamestandem.kernel.settings.SettingFormat;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.policy.Disposition.Act;

/** Reads {@code <expire>} and its attributes. */
final class ExpiryWords {
    static final String NEVER = "never";
    static final String ACKNOWLEDGE = "acknowledge";
    static final String QUOTA_MAY_FILL = "quota-may-fill";
    static final String WHEN = "when";
    static final String ACTION = "action";
    static final String UNSEEN = "unseen";
    static final String EXPIRE_UNSEEN = "expire";

    /** The text alone, without the attributes. */
    static final SettingFormat<Expiry> FORMAT =
            SettingFormats.of(
                    text -> text.equals(NEVER) ? Expiry.NEVER : after(period(text)),
                    "never, or a duration such as 30d (a bare number counts days)",
                    NEVER);

    private static final String DELETE = "delete";
    private static final SettingFormat<Disposition> END =
            SettingFormats.of(ExpiryWords::end, "one of trash, delete, move FOLDER", "trash");
    private static final SettingFormat<String> ACKNOWLEDGEMENT = word(QUOTA_MAY_FILL);
    private static final SettingFormat<Boolean> UNSEEN_TOO =
            SettingFormats.of(
                    text ->
                            switch (text) {
                                case EXPIRE_UNSEEN -> true;
                                case "keep" -> false;
                                default -> throw new IllegalArgumentException("neither");
                            },
                    "keep or expire",
                    "keep");

    private ExpiryWords() {}

    static Optional<PolicyOption> in(Settings policy) {
        String name = OptionName.EXPIRE.word();
        Settings expire = policy.child(name);
        return policy.children(name).isEmpty() ? Optional.empty() : Optional.of(read(expire));
    }

    static String word(Disposition action) {
        return action.act() == Act.EXPUNGE ? DELETE : action.word();
    }

    private static Expiry read(Settings expire) {
        expire.allow(Set.of(), Set.of(ACKNOWLEDGE, WHEN, ACTION, UNSEEN));
        Expiry text = expire.as(FORMAT);
        boolean acknowledged = expire.attribute(ACKNOWLEDGE, ACKNOWLEDGEMENT).isPresent();
        Optional<Expiry.When> when =
                expire.attribute(WHEN, SettingFormats.oneOf(Expiry.When.class));
        Optional<Disposition> action = expire.attribute(ACTION, END);
        Optional<Boolean> unseen = expire.attribute(UNSEEN, UNSEEN_TOO);
        if (text instanceof Expiry.After after) {
            check(expire, acknowledged, "acknowledge belongs to never");
            check(expire, when.isEmpty(), "when is missing: from when do the days count?");
            return new Expiry.After(
                    after.period(),
                    when.orElseThrow(),
                    action.orElse(Disposition.TRASH),
                    unseen.orElse(false));
        }
        boolean more = when.isPresent() || action.isPresent() || unseen.isPresent();
        check(expire, more, "when, action and unseen do not belong to never");
        return acknowledged ? Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL : Expiry.NEVER;
    }

    private static void check(Settings expire, boolean wrong, String problem) {
        if (wrong) {
            throw expire.invalid(problem);
        }
    }

    private static Expiry after(Duration period) {
        return new Expiry.After(period, Expiry.When.TAKEN, Disposition.TRASH, false);
    }

    private static Duration period(String text) {
        return SettingFormats.duration().parse(text);
    }

    private static Disposition end(String text) {
        return switch (text) {
            case DELETE -> Disposition.EXPUNGE;
            default -> relocation(Disposition.parse(text));
        };
    }

    private static Disposition relocation(Disposition disposition) {
        if (!disposition.relocates()) {
            throw new IllegalArgumentException("not an end for a message: " + disposition);
        }
        return disposition;
    }

    private static SettingFormat<String> word(String only) {
        return SettingFormats.of(
                text -> {
                    if (!only.equals(text)) {
                        throw new IllegalArgumentException("another word");
                    }
                    return text;
                },
                only,
                only);
    }
}
