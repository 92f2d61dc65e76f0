package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.message.request.SetACLRequest;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.acl.RightsChange;
import reactor.core.publisher.Mono;

/** SETACL (RFC 4314 §3.1). */
public final class SetAclProcessor extends AclProcessor<SetACLRequest> {
    @Inject
    SetAclProcessor(AclContext context) {
        super(SetACLRequest.class, context);
    }

    @Override
    protected String mailboxName(SetACLRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected AclDisclosure disclosure(Rights rights) {
        return AclDisclosure.forAdministration(rights);
    }

    @Override
    protected void validate(SetACLRequest request) {
        Identifier.parse(request.getIdentifier());
        RightsChange.parse(request.getRights());
    }

    @Override
    protected Mono<Void> carryOut(SetACLRequest request, Target target, Responder responder) {
        RightsChange change = RightsChange.parse(request.getRights());
        return context.identifiers
                .known(request.getIdentifier(), target.key())
                .flatMap(
                        identifier ->
                                context.lists.change(
                                        target.mailbox(),
                                        new GrantChange(identifier, change),
                                        target.user()));
    }
}
