package org.jamestandem.pop3.maildrop.james;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.util.ReactorUtils;
import org.jamestandem.pop3.maildrop.FolderNote;
import org.jamestandem.pop3.maildrop.FolderNotes;
import org.jamestandem.pop3.text.WireSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads each message once, to know what RETR will send of it. A login waits for {@value #AT_LOGIN}
 * messages at most; of a larger number the rest is measured behind it, and has its stored size
 * until then.
 */
final class Measuring {
    private static final Logger LOGGER = LoggerFactory.getLogger(Measuring.class);
    private static final int AT_LOGIN = 256;
    private static final int PORTION = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FolderNotes notes;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Measuring(FolderNotes notes) {
        this.notes = notes;
    }

    /** The sizes of those of the entries that are not sent with their stored octets. */
    Mono<Map<Long, WireSize>> sizes(
            MessageManager folder,
            MailboxSession session,
            FolderNote note,
            List<FolderEntry> entries) {
        List<FolderEntry> fresh =
                entries.stream()
                        .filter(entry -> entry.uid() > note.measuredUpTo())
                        .sorted(Comparator.comparingLong(FolderEntry::uid))
                        .toList();
        if (fresh.isEmpty()) {
            return Mono.just(note.sizes());
        }
        List<FolderEntry> first = fresh.subList(0, Math.min(AT_LOGIN, fresh.size()));
        return measured(folder, session, first)
                .timeout(PATIENCE)
                .onErrorResume(error -> unmeasured(folder, error))
                .map(sizes -> joined(note.sizes(), sizes))
                .doOnNext(
                        sizes -> goOn(folder, session, fresh.subList(first.size(), fresh.size())));
    }

    private void goOn(MessageManager folder, MailboxSession session, List<FolderEntry> rest) {
        String id = folder.getId().serialize();
        if (rest.isEmpty() || !underWay.add(id)) {
            return;
        }
        Disposable unused =
                Flux.fromIterable(rest)
                        .buffer(PORTION)
                        .concatMap(portion -> measured(folder, session, portion))
                        .onErrorResume(error -> unmeasured(folder, error))
                        .doFinally(end -> underWay.remove(id))
                        .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER)
                        .subscribe();
    }

    private Mono<Map<Long, WireSize>> measured(
            MessageManager folder, MailboxSession session, List<FolderEntry> portion) {
        Map<Long, Long> stored = new HashMap<>();
        portion.forEach(entry -> stored.put(entry.uid(), entry.octets()));
        long last = portion.get(portion.size() - 1).uid();
        MessageRange range =
                MessageRange.range(MessageUid.of(portion.get(0).uid()), MessageUid.of(last));
        return Flux.from(folder.getMessagesReactive(range, FetchGroup.FULL_CONTENT, session))
                .filter(message -> stored.containsKey(message.getUid().asLong()))
                .<Map<Long, WireSize>>collect(
                        HashMap::new, (sizes, message) -> measure(message, stored, sizes))
                .delayUntil(sizes -> notes.measured(folder.getId().serialize(), last, sizes));
    }

    /**
     * A message that cannot be read keeps its stored size: RETR will say that it cannot be read.
     */
    private static void measure(
            MessageResult message, Map<Long, Long> stored, Map<Long, WireSize> sizes) {
        long uid = message.getUid().asLong();
        try {
            WireSize size = WireSize.of(message.getFullContent().getInputStream());
            if (!size.is(stored.get(uid))) {
                sizes.put(uid, size);
            }
        } catch (IOException | MailboxException e) {
            LOGGER.warn("Could not measure the message with UID {}", uid, e);
        }
    }

    private static Mono<Map<Long, WireSize>> unmeasured(MessageManager folder, Throwable error) {
        LOGGER.warn("Could not measure messages of folder {}", folder.getId().serialize(), error);
        return Mono.just(Map.of());
    }

    private static Map<Long, WireSize> joined(Map<Long, WireSize> some, Map<Long, WireSize> more) {
        Map<Long, WireSize> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
