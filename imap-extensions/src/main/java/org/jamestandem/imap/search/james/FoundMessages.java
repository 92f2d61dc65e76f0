package org.jamestandem.imap.search.james;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jamestandem.imap.search.Uids;

/**
 * What a search has found, in order, and what of it a client asked to be told.
 *
 * @param uids in the order of the answer
 * @param numbers of the same messages, as the client wants to hear them
 * @param options result options
 */
record FoundMessages(List<Long> uids, List<Long> numbers, ReturnOptions options) {
    /** The results of ESEARCH, without the mod-sequence. */
    List<ExtendedResponse.Item> items() {
        List<ExtendedResponse.Item> items = new ArrayList<>();
        if (!numbers.isEmpty()) {
            item(items, ReturnOption.MIN, Collections.min(numbers).toString());
            item(items, ReturnOption.MAX, Collections.max(numbers).toString());
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
    Uids told() {
        if (!options.endsOnly() || uids.isEmpty()) {
            return Uids.of(uids);
        }
        List<Long> ends = new ArrayList<>();
        if (options.has(ReturnOption.MIN)) {
            ends.add(Collections.min(uids));
        }
        if (options.has(ReturnOption.MAX)) {
            ends.add(Collections.max(uids));
        }
        return Uids.of(ends);
    }
}
