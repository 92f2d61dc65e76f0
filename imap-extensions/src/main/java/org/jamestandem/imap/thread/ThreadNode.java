package org.jamestandem.imap.thread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in a thread: a message, or a dummy that only holds others together. Trees may be as deep
 * as a mailbox has messages, so nothing here recurses.
 */
public final class ThreadNode {
    /** Siblings by date; a dummy counts as its first child, which must be sorted already. */
    static final Comparator<ThreadNode> BY_DATE =
            Comparator.comparing(ThreadNode::first, ThreadMessage.BY_DATE);

    private final Optional<ThreadMessage> message;
    private ThreadNode parent;
    private Set<ThreadNode> children = new LinkedHashSet<>();

    private ThreadNode(Optional<ThreadMessage> message) {
        this.message = message;
    }

    static ThreadNode of(ThreadMessage message) {
        return new ThreadNode(Optional.of(message));
    }

    static ThreadNode dummy() {
        return new ThreadNode(Optional.empty());
    }

    /** Empty for a dummy. */
    public Optional<ThreadMessage> message() {
        return message;
    }

    /** In their order. */
    public Collection<ThreadNode> children() {
        return children;
    }

    boolean isDummy() {
        return message.isEmpty();
    }

    Optional<ThreadNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** The message, or that of the first child of a dummy. */
    ThreadMessage first() {
        ThreadNode node = this;
        while (node.message.isEmpty()) {
            node = node.children.iterator().next();
        }
        return node.message.get();
    }

    /** Puts this under another node, away from where it was. */
    void moveUnder(ThreadNode other) {
        detach();
        parent = other;
        other.children.add(this);
    }

    void detach() {
        if (parent != null) {
            parent.children.remove(this);
            parent = null;
        }
    }

    /** Whether the other node is this one or stands above it. */
    boolean isBelow(ThreadNode other) {
        for (ThreadNode node = this; node != null; node = node.parent) {
            if (node == other) {
                return true;
            }
        }
        return false;
    }

    void sortChildren() {
        if (children.size() > 1) {
            List<ThreadNode> sorted = new ArrayList<>(children);
            sorted.sort(BY_DATE);
            children = new LinkedHashSet<>(sorted);
        }
    }

    /** Those nodes and all below them, every one before the nodes below it. */
    static List<ThreadNode> all(Collection<ThreadNode> roots) {
        List<ThreadNode> all = new ArrayList<>();
        Deque<ThreadNode> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            ThreadNode node = waiting.pop();
            all.add(node);
            node.children.forEach(waiting::push);
        }
        return all;
    }
}
