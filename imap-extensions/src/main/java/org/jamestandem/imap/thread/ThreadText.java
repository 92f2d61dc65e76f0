package org.jamestandem.imap.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Threads as they go over the wire (RFC 5256 §5, thread-list): {@code (1)(2 3 (4)(5 6))}. */
public final class ThreadText {
    private static final String END = ")";

    private final LongUnaryOperator numbers;
    private final StringBuilder text = new StringBuilder();

    /** What is still to be written: a list for a node, or the end of one. */
    private final Deque<Object> waiting = new ArrayDeque<>();

    private ThreadText(LongUnaryOperator numbers) {
        this.numbers = numbers;
    }

    /**
     * @param numbers how the client knows the message with a uid
     */
    public static String of(List<ThreadNode> threads, LongUnaryOperator numbers) {
        ThreadText text = new ThreadText(numbers);
        threads.forEach(text.waiting::add);
        return text.write();
    }

    private String write() {
        while (!waiting.isEmpty()) {
            Object next = waiting.pop();
            if (next instanceof ThreadNode node) {
                text.append('(');
                waiting.push(END);
                members(node);
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    /** A line of only children, and the lists where it branches. */
    private void members(ThreadNode first) {
        ThreadNode node = first;
        number(node);
        while (node.children().size() == 1) {
            node = node.children().iterator().next();
            blank();
            number(node);
        }
        if (!node.children().isEmpty()) {
            blank();
            Deque<ThreadNode> children = new ArrayDeque<>(node.children());
            for (Iterator<ThreadNode> last = children.descendingIterator(); last.hasNext(); ) {
                waiting.push(last.next());
            }
        }
    }

    private void number(ThreadNode node) {
        node.message().ifPresent(message -> text.append(numbers.applyAsLong(message.uid())));
    }

    /** Between two numbers or a number and a list, not at the start of a list. */
    private void blank() {
        if (text.charAt(text.length() - 1) != '(') {
            text.append(' ');
        }
    }
}
