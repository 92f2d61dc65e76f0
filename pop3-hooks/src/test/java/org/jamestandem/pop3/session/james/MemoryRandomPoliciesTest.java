package org.jamestandem.pop3.session.james;

import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.memory.MemoryMaildropState;

class MemoryRandomPoliciesTest extends RandomPoliciesContract {
    @Override
    MaildropState state() {
        return MemoryMaildropState.create();
    }
}
