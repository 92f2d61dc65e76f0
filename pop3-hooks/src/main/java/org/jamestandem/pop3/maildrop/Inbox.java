package org.jamestandem.pop3.maildrop;

import java.io.InputStream;
import java.util.List;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The folder behind a maildrop, as the server stores it, opened for one user. */
public interface Inbox {
    /** Whose folder it is, as the server spells it. */
    Username owner();

    /**
     * Every message of the folder, in one call, in any order. Fails when not all could be read: a
     * part is never passed off as the whole.
     */
    Flux<StoredMessage> list();

    /** The stored text of a message; empty when that UID is another message now, or none. */
    Mono<InputStream> text(MessageKey key, long uid);

    /** The header of a message with the empty line that ends it; empty as {@link #text} is. */
    Mono<InputStream> header(MessageKey key, long uid);

    /** Sets the flag \Seen. UIDs that are gone are passed over. */
    Mono<Void> see(List<Long> uids);

    /** Removes messages for everybody. UIDs that are gone are passed over. */
    Mono<Void> expunge(List<Long> uids);

    /** Lets go of what the server holds for this user's session. */
    void release();
}
