package org.jamestandem.pop3.maildrop.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jamestandem.pop3.maildrop.FolderNote;
import org.jamestandem.pop3.maildrop.FolderNotes;
import org.jamestandem.pop3.maildrop.UidFloor;
import org.jamestandem.pop3.text.WireSize;
import reactor.core.publisher.Mono;

final class MemoryFolderNotes implements FolderNotes {
    private final Map<String, FolderNote> notes = new ConcurrentHashMap<>();

    @Override
    public Mono<FolderNote> of(String folder) {
        return Mono.fromSupplier(() -> notes.getOrDefault(folder, FolderNote.NONE));
    }

    @Override
    public Mono<Void> measured(String folder, long upTo, Map<Long, WireSize> sizes) {
        return change(
                folder,
                note -> {
                    Map<Long, WireSize> all = new HashMap<>(note.sizes());
                    all.putAll(sizes);
                    return new FolderNote(upTo, all, note.floor());
                });
    }

    @Override
    public Mono<Void> forget(String folder, Collection<Long> uids) {
        return change(
                folder,
                note -> {
                    Map<Long, WireSize> rest = new HashMap<>(note.sizes());
                    rest.keySet().removeAll(uids);
                    return new FolderNote(note.measuredUpTo(), rest, note.floor());
                });
    }

    @Override
    public Mono<Void> floor(String folder, UidFloor floor) {
        return change(
                folder,
                note -> new FolderNote(note.measuredUpTo(), note.sizes(), Optional.of(floor)));
    }

    private Mono<Void> change(String folder, UnaryOperator<FolderNote> how) {
        return Mono.fromRunnable(
                () ->
                        notes.compute(
                                folder,
                                (any, note) -> how.apply(note == null ? FolderNote.NONE : note)));
    }
}
