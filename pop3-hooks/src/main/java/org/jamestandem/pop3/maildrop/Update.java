package org.jamestandem.pop3.maildrop;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.reader.Reader;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does what an intent says (RFC 1939 §6), and then forgets the intent. */
final class Update {
    private final MaildropState state;
    private final Inbox inbox;
    private final Function<Collection<MessageKey>, Map<MessageKey, List<Place>>> places;
    private final boolean again;

    /**
     * @param places finds messages in {@code inbox}
     * @param again whether somebody may have begun before
     */
    Update(
            MaildropState state,
            Inbox inbox,
            Function<Collection<MessageKey>, Map<MessageKey, List<Place>>> places,
            boolean again) {
        this.state = state;
        this.inbox = inbox;
        this.places = places;
        this.again = again;
    }

    Mono<Void> perform(QuitIntent intent) {
        return Flux.fromIterable(intent.work().entrySet())
                .concatMap(work -> perform(intent, work.getKey(), work.getValue()))
                .then(Mono.defer(() -> state.intents().remove(intent)));
    }

    private Mono<Void> perform(
            QuitIntent intent, Disposition disposition, Set<MessageKey> messages) {
        Reader every = Reader.everyOf(intent.reader().user());
        return switch (disposition.act()) {
            case TAKE -> state.taken().mark(intent.reader(), messages, intent.at());
            case HIDE -> state.hidden().mark(intent.reader(), messages, intent.at());
            case HIDE_ALL -> state.hidden().mark(every, messages, intent.at());
            case SEE, MOVE, TRASH, EXPUNGE -> inFolders(disposition, places.apply(messages));
        };
    }

    private Mono<Void> inFolders(Disposition disposition, Map<MessageKey, List<Place>> messages) {
        if (messages.isEmpty()) {
            return Mono.empty();
        }
        List<Place> all = messages.values().stream().flatMap(List::stream).toList();
        return switch (disposition.act()) {
            case SEE -> inbox.see(all);
            case MOVE, TRASH -> inbox.relocate(messages.values(), disposition, again);
            case EXPUNGE -> inbox.expunge(all);
            case TAKE, HIDE, HIDE_ALL -> Mono.empty();
        };
    }
}
