package org.jamestandem.imap.acl;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Which groups there are, and who is in them. Names are canonical and without the marker. */
public interface GroupMembership {
    /** Every group that includes the user, also by way of another group; empty when none does. */
    Mono<Set<String>> groupsOf(String user);

    /** Whether there is a group of that name. */
    Mono<Boolean> exists(String group);
}
