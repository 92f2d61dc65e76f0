package org.jamestandem.kernel.audit.james;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSession.SessionId;

/** From where the sessions of this node come; of the {@value #SESSIONS} that came last. */
@Singleton
public final class ClientAddresses {
    static final int SESSIONS = 100_000;

    private final Cache<SessionId, String> bySession =
            CacheBuilder.newBuilder().maximumSize(SESSIONS).build();

    @Inject
    public ClientAddresses() {}

    /** A session has begun. */
    public void note(MailboxSession session, InetAddress address) {
        bySession.put(session.getSessionId(), address.getHostAddress());
    }

    /** Empty for a session of another node, or of no client. */
    Optional<String> of(SessionId session) {
        return Optional.ofNullable(bySession.getIfPresent(session));
    }
}
