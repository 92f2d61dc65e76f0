package org.jamestandem.pop3.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;

/**
 * Finds the message of this server for each message of an old list: by the UID that the copying
 * tool wrote down; else by header hash and octets, equal ones in order; else, where the list has no
 * hashes, by octets that occur once on both sides and do not contradict the order of the others.
 * What is left has more than one possible message, or none.
 */
final class Matching {
    private final Map<OldMessage, CopiedMessage> found = new LinkedHashMap<>();
    private final Set<OldMessage> ambiguous = new HashSet<>();
    private final Set<CopiedMessage> free;

    private Matching(List<CopiedMessage> messages) {
        this.free = new HashSet<>(messages);
    }

    static Matched of(OldList old, List<CopiedMessage> messages, Map<Long, Long> uids) {
        Matching matching = new Matching(messages);
        List<OldMessage> distinct = matching.withoutRepeatedIds(old.messages());
        matching.byUid(distinct, uids);
        matching.bySignature(distinct, OldMessage::headerHash, CopiedMessage::headerHash, true);
        matching.bySignature(distinct, Matching::unhashed, any -> "", false);
        return matching.result(old);
    }

    /** A message whose header is known is no other, however long that is. */
    private static Optional<String> unhashed(OldMessage message) {
        return message.headerHash().isPresent() ? Optional.empty() : Optional.of("");
    }

    private List<OldMessage> withoutRepeatedIds(List<OldMessage> old) {
        Map<UniqueId, Long> count =
                old.stream().collect(Collectors.groupingBy(OldMessage::id, Collectors.counting()));
        old.stream().filter(message -> count.get(message.id()) > 1).forEach(ambiguous::add);
        return old.stream().filter(message -> count.get(message.id()) == 1).toList();
    }

    private void byUid(List<OldMessage> old, Map<Long, Long> uids) {
        Map<Long, CopiedMessage> byUid =
                free.stream().collect(Collectors.toMap(CopiedMessage::uid, message -> message));
        for (OldMessage message : old) {
            Long now = message.uid().isPresent() ? uids.get(message.uid().getAsLong()) : null;
            CopiedMessage copied = now == null ? null : byUid.get(now);
            if (copied != null && free.remove(copied)) {
                found.put(message, copied);
            }
        }
    }

    private record Signature(String hash, long octets) {}

    private void bySignature(
            List<OldMessage> old,
            Function<OldMessage, Optional<String>> oldHash,
            Function<CopiedMessage, String> hash,
            boolean equalOnesInOrder) {
        Map<Signature, List<OldMessage>> before = new LinkedHashMap<>();
        for (OldMessage message : old) {
            if (isOpen(message)
                    && message.octets().isPresent()
                    && oldHash.apply(message).isPresent()) {
                before.computeIfAbsent(
                                new Signature(
                                        oldHash.apply(message).get(), message.octets().getAsLong()),
                                any -> new ArrayList<>())
                        .add(message);
            }
        }
        Map<Signature, List<CopiedMessage>> now =
                free.stream()
                        .sorted(Comparator.comparingLong(CopiedMessage::uid))
                        .collect(
                                Collectors.groupingBy(
                                        message ->
                                                new Signature(
                                                        hash.apply(message), message.octets())));
        Map<OldMessage, CopiedMessage> candidates = new LinkedHashMap<>();
        before.forEach(
                (signature, olds) ->
                        pair(
                                olds,
                                now.getOrDefault(signature, List.of()),
                                equalOnesInOrder,
                                candidates));
        accept(old, candidates, equalOnesInOrder);
    }

    private boolean isOpen(OldMessage message) {
        return !found.containsKey(message) && !ambiguous.contains(message);
    }

    private void pair(
            List<OldMessage> before,
            List<CopiedMessage> now,
            boolean equalOnesInOrder,
            Map<OldMessage, CopiedMessage> candidates) {
        if (now.isEmpty()) {
            return;
        }
        if (before.size() != now.size() || before.size() > 1 && !equalOnesInOrder) {
            ambiguous.addAll(before);
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            candidates.put(before.get(i), now.get(i));
        }
    }

    private void accept(
            List<OldMessage> old, Map<OldMessage, CopiedMessage> candidates, boolean sure) {
        List<OldMessage> known =
                old.stream()
                        .filter(one -> candidates.containsKey(one) || found.containsKey(one))
                        .toList();
        BitSet inOrder =
                LongestRun.of(
                        known.stream()
                                .map(one -> candidates.getOrDefault(one, found.get(one)).uid())
                                .toList());
        for (int i = 0; i < known.size(); i++) {
            CopiedMessage copied = candidates.get(known.get(i));
            if (copied != null && (sure || inOrder.get(i))) {
                found.put(known.get(i), copied);
                free.remove(copied);
            } else if (copied != null) {
                ambiguous.add(known.get(i));
            }
        }
    }

    private Matched result(OldList old) {
        Map<MessageKey, UniqueId> aliases = new LinkedHashMap<>();
        found.forEach((before, now) -> aliases.put(now.key(), before.id()));
        return new Matched(
                aliases,
                old.messages().stream().filter(ambiguous::contains).map(OldMessage::line).toList(),
                old.messages().stream().filter(this::isOpen).map(OldMessage::line).toList(),
                old.unreadable());
    }
}
