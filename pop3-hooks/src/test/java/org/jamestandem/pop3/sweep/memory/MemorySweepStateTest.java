package org.jamestandem.pop3.sweep.memory;

import java.time.Clock;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.sweep.SweepStateContract;

class MemorySweepStateTest implements SweepStateContract {
    private final SweepState state = new MemorySweepState(Clock.systemUTC());

    @Override
    public SweepState state() {
        return state;
    }
}
