package org.jamestandem.imap.acl.james;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;

/** Rights as James has them. */
public final class ServerRights {
    private ServerRights() {}

    /** The same rights. */
    public static Rfc4314Rights of(Rights rights) {
        List<MailboxACL.Right> written = new ArrayList<>();
        for (Right right : rights.members()) {
            MailboxACL.Right.allRights.stream()
                    .filter(candidate -> candidate.asCharacter() == right.letter())
                    .forEach(written::add);
        }
        return new Rfc4314Rights(written);
    }
}
