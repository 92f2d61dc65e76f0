package org.jamestandem.pop3.maildrop;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Mono;

/** Does what an intent says (RFC 1939 §6), and then forgets the intent. */
final class Update {
    private final MaildropState state;

    Update(MaildropState state) {
        this.state = state;
    }

    /**
     * @param uids finds the UIDs of messages in {@code inbox}
     */
    Mono<Void> perform(
            QuitIntent intent, Inbox inbox, Function<Collection<MessageKey>, List<Long>> uids) {
        return see(intent, inbox, uids)
                .then(hide(intent))
                .then(expunge(intent, inbox, uids))
                .then(Mono.defer(() -> state.intents().remove(intent)));
    }

    private static Mono<Void> see(
            QuitIntent intent, Inbox inbox, Function<Collection<MessageKey>, List<Long>> uids) {
        return onEach(uids.apply(intent.messages(Disposition.SEE)), inbox::see);
    }

    private Mono<Void> hide(QuitIntent intent) {
        Set<MessageKey> messages = intent.messages(Disposition.HIDE);
        return onEach(messages, all -> state.hidden().hide(intent.reader(), all));
    }

    private static Mono<Void> expunge(
            QuitIntent intent, Inbox inbox, Function<Collection<MessageKey>, List<Long>> uids) {
        return onEach(uids.apply(intent.messages(Disposition.EXPUNGE)), inbox::expunge);
    }

    private static <C extends Collection<?>> Mono<Void> onEach(
            C all, Function<C, Mono<Void>> action) {
        return all.isEmpty() ? Mono.empty() : Mono.defer(() -> action.apply(all));
    }
}
