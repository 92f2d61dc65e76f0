package org.jamestandem.distribution.smtp;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HeloHook;
import org.apache.james.protocols.smtp.hook.HookResult;

/** A hook that waits as one does that asks a slow database; James finds it by its name. */
public final class WaitingHelo implements HeloHook {
    static final String NAME = "slow.example";
    static final CountDownLatch ANSWER = new CountDownLatch(1);

    @Override
    public HookResult doHelo(SMTPSession session, String helo) {
        if (helo.equals(NAME)) {
            try {
                boolean unused = ANSWER.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return HookResult.DECLINED;
    }
}
