package org.jamestandem.imap.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** REFERENCES: steps 1 to 4 and 6 of RFC 5256 §3; step 5 is {@link SubjectMerge}. */
final class References {
    private final Map<String, ThreadNode> byId = new HashMap<>();
    private final List<ThreadNode> nodes = new ArrayList<>();

    private References() {}

    static List<ThreadNode> threads(List<ThreadMessage> messages) {
        References references = new References();
        references.link(messages);
        Collection<ThreadNode> roots = references.prunedRoots();
        sortBelow(roots);
        List<ThreadNode> merged = new SubjectMerge(sorted(roots)).merge();
        sortBelow(merged);
        return sorted(merged);
    }

    /** Step 1. Messages are all known before any link, so that none is taken for a dummy. */
    private void link(List<ThreadMessage> messages) {
        for (ThreadMessage message : messages) {
            ThreadNode node = ThreadNode.of(message);
            nodes.add(node);
            message.messageId().ifPresent(id -> byId.putIfAbsent(id, node));
        }
        for (int i = 0; i < messages.size(); i++) {
            link(messages.get(i).references(), nodes.get(i));
        }
    }

    private void link(List<String> references, ThreadNode node) {
        ThreadNode last = null;
        for (String id : references) {
            ThreadNode next = byId.computeIfAbsent(id, this::dummy);
            if (last != null && next.parent().isEmpty() && mayBeParent(last, next)) {
                next.moveUnder(last);
            }
            last = next;
        }
        node.detach();
        if (last != null && mayBeParent(last, node)) {
            node.moveUnder(last);
        }
    }

    private ThreadNode dummy(String id) {
        ThreadNode dummy = ThreadNode.dummy();
        nodes.add(dummy);
        return dummy;
    }

    /** Whether the link would make no loop. */
    private static boolean mayBeParent(ThreadNode parent, ThreadNode child) {
        return parent != child && (child.children().isEmpty() || !parent.isBelow(child));
    }

    /** Steps 2 and 3: the lowest dummies first. */
    private Collection<ThreadNode> prunedRoots() {
        List<ThreadNode> roots = nodes.stream().filter(node -> node.parent().isEmpty()).toList();
        Set<ThreadNode> pruned = new LinkedHashSet<>(roots);
        List<ThreadNode> all = ThreadNode.all(roots);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).isDummy()) {
                prune(all.get(i), pruned);
            }
        }
        return pruned;
    }

    private static void prune(ThreadNode dummy, Set<ThreadNode> roots) {
        List<ThreadNode> children = List.copyOf(dummy.children());
        if (dummy.parent().isPresent()) {
            ThreadNode parent = dummy.parent().get();
            dummy.detach();
            children.forEach(child -> child.moveUnder(parent));
        } else if (children.size() <= 1) {
            roots.remove(dummy);
            children.forEach(ThreadNode::detach);
            roots.addAll(children);
        }
    }

    /** Step 6, and what step 4 needs of it: grandchildren before children. */
    private static void sortBelow(Collection<ThreadNode> roots) {
        List<ThreadNode> all = ThreadNode.all(roots);
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).sortChildren();
        }
    }

    private static List<ThreadNode> sorted(Collection<ThreadNode> roots) {
        return roots.stream().sorted(ThreadNode.BY_DATE).toList();
    }
}
