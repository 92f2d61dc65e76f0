package org.jamestandem.imap.search.james;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.jamestandem.imap.search.UidRanges;
import org.jamestandem.imap.search.Uids;

/**
 * What search keys mean to one session at one moment.
 *
 * @param now for YOUNGER and OLDER (RFC 5032)
 * @param known every message that the session has a sequence number for
 * @param saved what {@code $} stands for (RFC 5182)
 */
record SearchScope(Instant now, Uids known, Uids saved) {
    /** The selected mailbox of a session. */
    static SearchScope of(ImapSession session, Instant now) {
        return new SearchScope(now, known(session.getSelected()), SavedResult.of(session));
    }

    /** Every message that has a sequence number. */
    static Uids known(SelectedMailbox selected) {
        return Uids.of(
                IntStream.rangeClosed(1, (int) selected.existsCount())
                        .mapToObj(selected::uid)
                        .flatMapToLong(
                                uid -> uid.map(MessageUid::asLong).stream().mapToLong(u -> u)));
    }

    /** Numbers beyond the last name nothing, {@code *} names the last. */
    UidRanges bySequence(IdRange[] ranges) {
        long count = known.size();
        List<UidRanges.Range> uids = new ArrayList<>();
        for (IdRange range : ranges) {
            boolean open = range.getHighVal() == Long.MAX_VALUE;
            long high = Math.min(range.getHighVal(), count);
            long low = open ? Math.min(range.getLowVal(), count) : range.getLowVal();
            if (low >= 1 && low <= high) {
                uids.add(new UidRanges.Range(at(low), at(high)));
            }
        }
        return new UidRanges(uids);
    }

    /** {@code *} names the last message. */
    UidRanges byUid(UidRange[] ranges) {
        if (known.isEmpty()) {
            return new UidRanges(List.of());
        }
        long last = at(known.size());
        return new UidRanges(Arrays.stream(ranges).map(range -> closed(range, last)).toList());
    }

    UidRanges bySavedResult() {
        return new UidRanges(
                saved.stream().mapToObj(uid -> new UidRanges.Range(uid, uid)).toList());
    }

    private static UidRanges.Range closed(UidRange range, long last) {
        long low = range.getLowVal().asLong();
        long high = range.getHighVal().asLong();
        return high == Long.MAX_VALUE
                ? new UidRanges.Range(Math.min(low, last), last)
                : new UidRanges.Range(low, high);
    }

    private long at(long number) {
        return known.at((int) number - 1);
    }

    /** Sequence numbers of those messages, in their order. */
    LongStream numbers(LongStream uids) {
        return uids.mapToInt(known::placeOf).filter(place -> place >= 0).mapToLong(p -> p + 1L);
    }
}
