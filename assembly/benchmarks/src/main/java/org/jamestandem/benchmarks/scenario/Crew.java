package org.jamestandem.benchmarks.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that start together and are waited for together. */
final class Crew {
    private Crew() {}

    /** One worker, told its number. */
    interface Worker {
        void work(int number) throws IOException;
    }

    /**
     * Runs all of them.
     *
     * @throws IOException the first failure, after all have ended
     */
    static void run(int size, Worker worker) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                all.add(
                        threads.submit(
                                () -> {
                                    worker.work(number);
                                    return null;
                                }));
            }
            await(all);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(List<Future<Void>> all) throws IOException, InterruptedException {
        IOException failure = null;
        for (Future<Void> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failure = failure == null ? new IOException(e.getCause()) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
