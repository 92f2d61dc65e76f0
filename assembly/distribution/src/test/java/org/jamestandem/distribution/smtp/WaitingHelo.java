package org.jamestandem.distribution.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HeloHook;
import org.apache.james.protocols.smtp.hook.HookResult;

/** A hook that waits as one does that asks a slow database; James finds it by its name. */
public final class WaitingHelo implements HeloHook {
    static final String NAME = "slow.example";
    private static volatile Asked current = new Asked();

    /** For the next client of that name. */
    static Asked ask() {
        current = new Asked();
        return current;
    }

    @Override
    public HookResult doHelo(SMTPSession session, String helo) {
        if (helo.equals(NAME)) {
            current.keepWaiting();
        }
        return HookResult.DECLINED;
    }

    /** One question and its answer. */
    static final class Asked implements AutoCloseable {
        private final CountDownLatch question = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);

        private void keepWaiting() {
            question.countDown();
            try {
                boolean unused = answer.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Returns when the client's command has begun to wait. */
        void await() throws InterruptedException {
            assertThat(question.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void answer() {
            answer.countDown();
        }

        @Override
        public void close() {
            answer();
        }
    }
}
