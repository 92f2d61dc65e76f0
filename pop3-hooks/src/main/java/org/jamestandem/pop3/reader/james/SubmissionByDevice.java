package org.jamestandem.pop3.reader.james;

import com.google.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.user.api.UsersRepository;
import org.apache.james.user.api.UsersRepositoryException;
import org.jamestandem.kernel.login.LoginNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code <handler>} of {@code smtpserver.xml}: SMTP AUTH as {@code user+device} is one as the
 * user. Mail clients use the login of incoming mail for sending. Every other login is left to
 * James.
 */
public final class SubmissionByDevice implements AuthHook {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubmissionByDevice.class);

    private final LoginNames names;
    private final UsersRepository users;

    @Inject
    public SubmissionByDevice(LoginNames names, UsersRepository users) {
        this.names = names;
        this.users = users;
    }

    @Override
    public HookResult doAuth(SMTPSession session, Username written, String password) {
        try {
            Username user = names.blockingOf(written).user();
            if (!user.equals(written) && users.test(user, password)) {
                session.setUsername(user);
                session.setRelayingAllowed(true);
                return HookResult.builder()
                        .hookReturnCode(HookReturnCode.ok())
                        .smtpDescription("Authentication Successful")
                        .build();
            }
        } catch (UsersRepositoryException e) {
            LOGGER.warn("Could not check the password of {}", written.asString(), e);
        }
        return HookResult.DECLINED;
    }

    /** A token names its user itself. */
    @Override
    public HookResult doSasl(
            SMTPSession session, OidcSASLConfiguration configuration, String initialResponse) {
        return HookResult.DECLINED;
    }
}
