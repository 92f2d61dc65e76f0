package org.jamestandem.pop3.sweep;

import java.util.List;
import org.jamestandem.pop3.maildrop.Inbox;
import org.jamestandem.pop3.maildrop.InspectedMessage;
import org.jamestandem.pop3.maildrop.Place;
import org.jamestandem.pop3.policy.Disposition;
import reactor.core.publisher.Mono;

/** Moves or removes messages whose time is over. */
record EndingWork(Inbox inbox, Disposition action, List<List<InspectedMessage>> messages) {
    Mono<Void> perform() {
        List<List<Place>> places =
                messages.stream()
                        .map(copies -> copies.stream().map(one -> one.message().place()).toList())
                        .toList();
        return action.relocates()
                ? inbox.relocate(places, action, true)
                : inbox.expunge(places.stream().flatMap(List::stream).toList());
    }
}
