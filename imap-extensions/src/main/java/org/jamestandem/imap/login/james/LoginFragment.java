package org.jamestandem.imap.login.james;

import org.apache.james.imap.processor.AuthenticateProcessor;
import org.apache.james.imap.processor.LoginProcessor;
import org.jamestandem.imap.ClassSwap;
import org.jamestandem.imap.ImapFragment;

/** The logins' part of the IMAP package. */
public final class LoginFragment {
    /** Both commands in their own classes' place. */
    public static final ImapFragment LOGIN =
            ImapFragment.EMPTY.withProcessors(
                    ClassSwap.replace(LoginProcessor.class, LoginWithVisit.class)
                            .and(
                                    ClassSwap.replace(
                                            AuthenticateProcessor.class,
                                            AuthenticateWithVisit.class)));

    private LoginFragment() {}
}
