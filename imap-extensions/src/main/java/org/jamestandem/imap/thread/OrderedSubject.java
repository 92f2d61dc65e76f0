package org.jamestandem.imap.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ORDEREDSUBJECT: the first message of a subject, and all others as its children. */
final class OrderedSubject {
    private OrderedSubject() {}

    static List<ThreadNode> threads(List<ThreadMessage> messages) {
        List<ThreadMessage> byDate = new ArrayList<>(messages);
        byDate.sort(ThreadMessage.BY_DATE);
        List<ThreadNode> threads = new ArrayList<>();
        Map<String, ThreadNode> bySubject = new HashMap<>();
        for (ThreadMessage message : byDate) {
            ThreadNode node = ThreadNode.of(message);
            ThreadNode first = bySubject.putIfAbsent(message.subject(), node);
            if (first == null) {
                threads.add(node);
            } else {
                node.moveUnder(first);
            }
        }
        return threads;
    }
}
