package org.jamestandem.pop3.account;

import java.time.Clock;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;
import org.jamestandem.pop3.policy.StoredPolicies;
import org.jamestandem.pop3.policy.memory.MemoryPolicies;
import org.jamestandem.pop3.reader.Devices;
import org.jamestandem.pop3.reader.memory.MemoryDevices;
import org.jamestandem.pop3.sweep.SweepState;
import org.jamestandem.pop3.sweep.memory.MemorySweepState;

class MemoryUserRowsTest implements UserRowsContract {
    private final MaildropState state = MemoryMaildropState.create();
    private final Devices devices = new MemoryDevices();
    private final StoredPolicies policies = new MemoryPolicies();
    private final SweepState sweeps = new MemorySweepState(Clock.systemUTC());

    @Override
    public MaildropState state() {
        return state;
    }

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public StoredPolicies policies() {
        return policies;
    }

    @Override
    public SweepState sweeps() {
        return sweeps;
    }
}
