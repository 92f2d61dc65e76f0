package org.jamestandem.kernel.audit.webadmin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.kernel.audit.Actor;
import org.jamestandem.kernel.audit.AuditEntry;
import org.jamestandem.kernel.audit.Deed;
import org.jamestandem.kernel.settings.SettingFormats;

/** How an entry is shown. */
final class EntryAnswer {
    /** Of more messages only the number is shown. */
    private static final int SHOWN = 100;

    private final Optional<String> message;

    /**
     * @param message the only one that is asked for
     */
    EntryAnswer(Optional<String> message) {
        this.message = message;
    }

    /** Empty when the entry is not about the message that is asked for. */
    Optional<Map<String, Object>> of(AuditEntry entry) {
        List<Map<String, Object>> deeds =
                entry.deeds().stream().filter(this::isAskedFor).map(this::of).toList();
        return deeds.isEmpty() ? Optional.empty() : Optional.of(of(entry, deeds));
    }

    private boolean isAskedFor(Deed deed) {
        return message.map(deed.messages()::contains).orElse(true);
    }

    private static Map<String, Object> of(AuditEntry entry, List<Map<String, Object>> deeds) {
        Actor actor = entry.actor();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", entry.at().toString());
        shown.put("protocol", SettingFormats.word(actor.channel()));
        putUnlessEmpty(shown, "by", actor.name());
        putUnlessEmpty(shown, "device", actor.device());
        putUnlessEmpty(shown, "address", actor.address());
        shown.put("deeds", deeds);
        return shown;
    }

    private Map<String, Object> of(Deed deed) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("action", SettingFormats.word(deed.action()));
        putUnlessEmpty(shown, "rule", deed.rule());
        putUnlessEmpty(shown, "folder", deed.folder());
        shown.put("count", deed.messages().size());
        shown.put(
                "messages",
                message.map(List::of)
                        .orElseGet(() -> deed.messages().stream().limit(SHOWN).toList()));
        return shown;
    }

    private static void putUnlessEmpty(Map<String, Object> shown, String name, String text) {
        if (!text.isEmpty()) {
            shown.put(name, text);
        }
    }
}
