package org.jamestandem.pop3.maildrop.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jamestandem.pop3.maildrop.FolderNotesContract;
import org.jamestandem.pop3.maildrop.LeasesContract;
import org.jamestandem.pop3.maildrop.MaildropState;
import org.jamestandem.pop3.maildrop.MessageMarksContract;
import org.jamestandem.pop3.maildrop.QuitIntentsContract;
import org.jamestandem.pop3.maildrop.UniqueIdAliasesContract;
import org.junit.jupiter.api.Test;

class MemoryMaildropStateTest
        implements MessageMarksContract,
                UniqueIdAliasesContract,
                QuitIntentsContract,
                FolderNotesContract,
                LeasesContract {
    private final MaildropState state = MemoryMaildropState.create();

    @Override
    public MaildropState state() {
        return state;
    }

    @Test
    void saysThatItEndsWithTheProcess() {
        assertThat(state.lasting()).isFalse();
    }
}
