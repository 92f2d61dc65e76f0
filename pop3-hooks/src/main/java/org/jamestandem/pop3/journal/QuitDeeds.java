package org.jamestandem.pop3.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jamestandem.kernel.audit.AuditAction;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.pop3.maildrop.Maildrop;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Disposition.Act;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.policy.PolicyOption;
import org.jamestandem.pop3.uidl.MessageKeys;

/** What a QUIT does to messages, and which rule wants it, as the audit trail says it. */
final class QuitDeeds {
    private static final String RETR = "RETR";
    private static final String TRASH = "Trash";

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
        SortedSet<Disposition> dispositions = policy.atQuit(retrieved, deleted);
        boolean relocated = dispositions.stream().anyMatch(Disposition::relocates);
        for (Disposition disposition : dispositions) {
            boolean implied =
                    disposition.equals(Disposition.TAKE)
                            || relocated && disposition.equals(Disposition.HIDE);
            if (!implied) {
                deeds.add(
                        new Deed(
                                action(disposition),
                                rule(disposition, deleted),
                                folder(disposition),
                                ids));
            }
        }
    }

    private String rule(Disposition disposition, boolean deleted) {
        boolean retrieval = policy.onRetrieve().dispositions().contains(disposition);
        PolicyOption option =
                retrieval && !(deleted && policy.onDelete().disposition().equals(disposition))
                        ? policy.onRetrieve()
                        : policy.onDelete();
        return option.option().word() + " " + option.words().text();
    }

    /** The folder to which messages go; empty when they go to none. */
    static String folder(Disposition disposition) {
        return disposition.act() == Act.TRASH ? TRASH : disposition.folder();
    }

    private static AuditAction action(Disposition disposition) {
        return switch (disposition.act()) {
            case TAKE -> AuditAction.TAKEN;
            case SEE -> AuditAction.SEEN;
            case HIDE, HIDE_ALL -> AuditAction.HIDDEN;
            case MOVE, TRASH -> AuditAction.MOVED;
            case EXPUNGE -> AuditAction.DELETED;
        };
    }
}
