package org.jamestandem.pop3.journal;

import java.util.ArrayList;
import java.util.List;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.settings.SettingFormats;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.uidl.MessageKeys;

/** What a QUIT does to messages, and which rule wants it, as the audit trail says it. */
final class QuitDeeds {
    private static final String RETR = "RETR";

    private final Policy policy;
    private final Maildrop messages;
    private final MessageKeys keys;

    QuitDeeds(Policy policy, Maildrop messages, MessageKeys keys) {
        this.policy = policy;
        this.messages = messages;
        this.keys = keys;
    }

    /** Empty when the session has marked nothing. */
    List<Deed> all() {
        List<Deed> deeds = new ArrayList<>();
        addAll(deeds, true, false);
        addAll(deeds, true, true);
        addAll(deeds, false, true);
        return deeds;
    }

    private void addAll(List<Deed> deeds, boolean retrieved, boolean deleted) {
        List<String> ids = messages.keys(retrieved, deleted).stream().map(keys::messageId).toList();
        if (ids.isEmpty()) {
            return;
        }
        if (retrieved) {
            deeds.add(new Deed(AuditAction.TAKEN, RETR, "", ids));
        }
        for (Disposition disposition : policy.atQuit(retrieved, deleted)) {
            deeds.add(new Deed(action(disposition), rule(deleted), "", ids));
        }
    }

    private String rule(boolean deleted) {
        return deleted
                ? "on-delete " + SettingFormats.word(policy.onDelete())
                : "on-retrieve " + SettingFormats.word(policy.onRetrieve());
    }

    private static AuditAction action(Disposition disposition) {
        return switch (disposition) {
            case SEE -> AuditAction.SEEN;
            case HIDE -> AuditAction.HIDDEN;
            case EXPUNGE -> AuditAction.DELETED;
        };
    }
}
