package org.jamestandem.imap.thread;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Step 5 of REFERENCES (RFC 5256 §3): threads with one base subject become one. */
final class SubjectMerge {
    private final List<ThreadNode> threads;
    private final Set<ThreadNode> merged;
    private final Map<String, ThreadNode> bySubject = new HashMap<>();

    /**
     * @param threads sorted by date, as are the children of dummies
     */
    SubjectMerge(List<ThreadNode> threads) {
        this.threads = List.copyOf(threads);
        this.merged = new LinkedHashSet<>(threads);
    }

    List<ThreadNode> merge() {
        Map<ThreadNode, String> subjects = new HashMap<>();
        threads.forEach(thread -> subjects.put(thread, thread.first().subject()));
        threads.forEach(thread -> note(subjects.get(thread), thread));
        threads.forEach(thread -> merge(subjects.get(thread), thread));
        return List.copyOf(merged);
    }

    /** Step 5.B. */
    private void note(String subject, ThreadNode thread) {
        if (subject.isEmpty()) {
            return;
        }
        ThreadNode noted = bySubject.putIfAbsent(subject, thread);
        if (noted == null || noted.isDummy()) {
            return;
        }
        if (thread.isDummy() || isReply(noted) && !isReply(thread)) {
            bySubject.put(subject, thread);
        }
    }

    /** Step 5.C. */
    private void merge(String subject, ThreadNode thread) {
        ThreadNode noted = bySubject.get(subject);
        if (noted == null || noted == thread) {
            return;
        }
        if (noted.isDummy() && thread.isDummy()) {
            merged.remove(thread);
            List.copyOf(thread.children()).forEach(child -> child.moveUnder(noted));
        } else if (noted.isDummy() || isReply(thread) && !isReply(noted)) {
            merged.remove(thread);
            thread.moveUnder(noted);
        } else {
            ThreadNode dummy = ThreadNode.dummy();
            merged.remove(thread);
            merged.remove(noted);
            noted.moveUnder(dummy);
            thread.moveUnder(dummy);
            merged.add(dummy);
            bySubject.put(subject, dummy);
        }
    }

    private static boolean isReply(ThreadNode thread) {
        return thread.message().filter(ThreadMessage::replyOrForward).isPresent();
    }
}
