package org.jamestandem.acceptance.failure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.testkit.james.James;

/**
 * Users of one node, each doing one thing again and again until the node is gone. What was
 * acknowledged is remembered by its number.
 */
final class Users {
    static final int MAILS = 60;

    private final James node;
    private final Map<String, List<Integer>> acknowledged = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    Users(James node) {
        this.node = node;
    }

    /** One step with that number; acknowledged when it returns. */
    interface Step {
        void take(int number) throws IOException;
    }

    /** Something a user does on one connection. */
    interface Habit {
        Step on(Lines connection) throws IOException;
    }

    /** Starts a user. */
    void start(String user, James.Listener listener, Habit habit) {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        acknowledged.put(user, done);
        Thread thread =
                new Thread(
                        () -> {
                            AtomicInteger next = new AtomicInteger(1);
                            try (Lines lines = open(user, listener)) {
                                Step step = habit.on(lines);
                                while (next.get() <= MAILS) {
                                    step.take(next.get());
                                    done.add(next.getAndIncrement());
                                }
                            } catch (IOException endOfTheNode) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        user);
        threads.add(thread);
        thread.start();
    }

    private Lines open(String user, James.Listener listener) throws IOException {
        return listener == James.Listener.IMAP ? Lines.imap(node, user) : Lines.to(node, listener);
    }

    /** Whether every user has been told of that many successes. */
    boolean allHaveDone(int steps) {
        return acknowledged.values().stream().allMatch(done -> done.size() >= steps);
    }

    /** The numbers of what a user was told to be done. */
    List<Integer> acknowledged(String user) {
        List<Integer> done = acknowledged.get(user);
        synchronized (done) {
            return List.copyOf(done);
        }
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
