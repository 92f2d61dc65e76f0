package org.jamestandem.pop3.maildrop;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.apache.james.core.Username;
import org.jamestandem.pop3.policy.Disposition;
import org.jamestandem.pop3.policy.FolderName;
import org.jamestandem.pop3.uidl.MessageKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The folders behind a maildrop, as the server stores them, opened for one user. */
public interface Inbox {
    /** Whose folders they are, as the server spells it. */
    Username owner();

    /**
     * Every message of these folders, each folder in one call, in any order. Folders that are not
     * there are passed over. Fails when not all could be read: a part is never passed off as the
     * whole.
     */
    Flux<StoredMessage> list(List<FolderName> folders);

    /** As {@link #list}, with flags, and without creating anything. */
    Flux<InspectedMessage> inspect(List<FolderName> folders);

    /**
     * The text of a message as the client takes it; empty when another message is at that place
     * now, or none.
     */
    Mono<InputStream> text(MessageKey key, Place place);

    /** The header of a message with the empty line that ends it; empty as {@link #text} is. */
    Mono<InputStream> header(MessageKey key, Place place);

    /** Sets the flag \Seen. What is gone is passed over. */
    Mono<Void> see(Collection<Place> places);

    /**
     * Moves messages to another folder, created when it is not there; further copies are removed.
     * What is gone is passed over.
     *
     * @param messages the places of each message, none of them in the folder it goes to
     * @param where one that {@linkplain Disposition#relocates relocates}
     * @param again whether this may have been done before, wholly or in part: then a message that
     *     is there already is not moved there a second time
     */
    Mono<Void> relocate(Collection<List<Place>> messages, Disposition where, boolean again);

    /** Removes messages for everybody. What is gone is passed over. */
    Mono<Void> expunge(Collection<Place> places);

    /** Lets go of what the server holds for this user's session. */
    void release();
}
