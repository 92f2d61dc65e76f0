package org.jamestandem.imap.search.james;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.Tag;
import org.jamestandem.imap.search.Uids;

/**
 * What a search has found, in order, and what of it a client asked to be told.
 *
 * @param uids in the order of the answer
 * @param numbers of the same messages, as the client wants to hear them
 * @param options result options
 */
public record FoundMessages(List<Long> uids, List<Long> numbers, ReturnOptions options) {
    /** The answer in the form of ESEARCH; of a SORT, too (RFC 5267 §3.1). */
    public ExtendedResponse answer(Tag tag, boolean useUids, Optional<Long> modSeq) {
        return answer(tag, Optional.empty(), useUids, modSeq);
    }

    /** The answer for one of several mailboxes (RFC 7377 §2.1). */
    ExtendedResponse answer(
            Tag tag,
            Optional<ExtendedResponse.Place> mailbox,
            boolean useUids,
            Optional<Long> modSeq) {
        List<ExtendedResponse.Item> items = items();
        modSeq.ifPresent(
                highest -> items.add(new ExtendedResponse.Item("MODSEQ", highest.toString())));
        return new ExtendedResponse(tag.asString(), mailbox, useUids, items);
    }

    private List<ExtendedResponse.Item> items() {
        List<ExtendedResponse.Item> items = new ArrayList<>();
        if (!numbers.isEmpty()) {
            item(items, ReturnOption.MIN, numbers.get(0).toString());
            item(items, ReturnOption.MAX, numbers.get(numbers.size() - 1).toString());
        }
        item(items, ReturnOption.COUNT, Integer.toString(numbers.size()));
        if (!numbers.isEmpty()) {
            item(items, ReturnOption.ALL, NumberSet.of(numbers));
        }
        return items;
    }

    private void item(List<ExtendedResponse.Item> items, ReturnOption option, String value) {
        if (options.has(option)) {
            items.add(new ExtendedResponse.Item(option.name(), value));
        }
    }

    /**
     * The messages that the answer is about: the first, the last or all. They are what is saved
     * (RFC 5182 §2.4) and whose highest mod-sequence counts (RFC 4731 §3.2).
     */
    public Uids told() {
        if (!options.endsOnly() || uids.isEmpty()) {
            return Uids.of(uids);
        }
        List<Long> ends = new ArrayList<>();
        if (options.has(ReturnOption.MIN)) {
            ends.add(uids.get(0));
        }
        if (options.has(ReturnOption.MAX)) {
            ends.add(uids.get(uids.size() - 1));
        }
        return Uids.of(ends);
    }
}
