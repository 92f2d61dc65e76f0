package org.jamestandem.pop3.maildrop;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.jamestandem.kernel.activity.AfterDownload;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.Policy;
import org.jamestandem.pop3.uidl.MessageKey;

/**
 * What one session was offered when it logged in, and what it marked since. Message-numbers start
 * at 1 and never shift; marks change nothing before QUIT (RFC 1939 §5 and §6). For one thread at a
 * time.
 */
public final class Maildrop {
    private final List<MaildropEntry> entries;
    private final BitSet deleted = new BitSet();
    private final BitSet retrieved = new BitSet();
    private int count;
    private long octets;

    public Maildrop(List<MaildropEntry> entries) {
        this.entries = List.copyOf(entries);
        countAll();
    }

    /** How many messages are not marked as deleted. */
    public int count() {
        return count;
    }

    /** Octets of the messages that are not marked as deleted. */
    public long octets() {
        return octets;
    }

    /** The highest message-number, whether marked as deleted or not; 0 when there is none. */
    public int highestNumber() {
        return entries.size();
    }

    /**
     * The message with that number.
     *
     * @param number from 1 to {@link #highestNumber()}
     */
    public MaildropEntry entry(int number) {
        return entries.get(number - 1);
    }

    public boolean isDeleted(int number) {
        return deleted.get(number);
    }

    /** Marks a message as deleted; a second time changes nothing. */
    public void delete(int number) {
        if (!deleted.get(number)) {
            deleted.set(number);
            count--;
            octets -= entry(number).octets();
        }
    }

    /** Takes back every mark as deleted. */
    public void undeleteAll() {
        deleted.clear();
        countAll();
    }

    /** Notes that a message's whole text was asked for, or that sending it failed after all. */
    public void markRetrieved(int number, boolean whole) {
        retrieved.set(number, whole);
    }

    /** What the client did in this session with what it retrieved. */
    public AfterDownload afterDownload() {
        if (retrieved.isEmpty()) {
            return AfterDownload.UNKNOWN;
        }
        BitSet left = (BitSet) retrieved.clone();
        left.andNot(deleted);
        return left.isEmpty() ? AfterDownload.REMOVED : AfterDownload.LEFT;
    }

    /** Numbers of the messages not marked as deleted, ascending, as they are now. */
    public IntStream undeleted() {
        BitSet marks = (BitSet) deleted.clone();
        return IntStream.rangeClosed(1, entries.size()).filter(number -> !marks.get(number));
    }

    /** The messages with exactly these marks. */
    public List<MessageKey> keys(boolean isRetrieved, boolean isDeleted) {
        BitSet marked = (BitSet) (isRetrieved ? retrieved : deleted).clone();
        return marked.stream()
                .filter(number -> retrieved.get(number) == isRetrieved)
                .filter(number -> deleted.get(number) == isDeleted)
                .mapToObj(number -> entry(number).key())
                .toList();
    }

    /** Differs, in all likelihood, when anything in the list of unique-ids differs. */
    public int uniqueIdsHash() {
        CRC32C hash = new CRC32C();
        for (MaildropEntry entry : entries) {
            hash.update((entry.uniqueId().value() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return (int) hash.getValue();
    }

    /** What QUIT has to do, without dispositions that have no message. */
    public Map<Disposition, Set<MessageKey>> dispositions(Policy policy) {
        Map<Disposition, Set<MessageKey>> work = new TreeMap<>();
        BitSet touched = (BitSet) deleted.clone();
        touched.or(retrieved);
        touched.stream().forEach(number -> addDispositions(number, policy, work));
        return work;
    }

    /** Where each of these messages was at login, copies included. */
    public Map<MessageKey, List<Place>> places(Collection<MessageKey> keys) {
        Set<MessageKey> wanted = Set.copyOf(keys);
        return entries.stream()
                .filter(entry -> wanted.contains(entry.key()))
                .collect(Collectors.toUnmodifiableMap(MaildropEntry::key, MaildropEntry::places));
    }

    private void addDispositions(
            int number, Policy policy, Map<Disposition, Set<MessageKey>> work) {
        MessageKey key = entry(number).key();
        policy.atQuit(retrieved.get(number), deleted.get(number))
                .forEach(d -> work.computeIfAbsent(d, any -> new LinkedHashSet<>()).add(key));
    }

    private void countAll() {
        count = entries.size();
        octets = entries.stream().mapToLong(MaildropEntry::octets).sum();
    }
}
