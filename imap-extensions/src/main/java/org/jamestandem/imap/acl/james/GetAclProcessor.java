package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.message.request.GetACLRequest;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Mono;

/** GETACL (RFC 4314 §3.3). Identifiers come back in their canonical form. */
public final class GetAclProcessor extends AclProcessor<GetACLRequest> {
    @Inject
    GetAclProcessor(AclContext context) {
        super(GetACLRequest.class, context);
    }

    @Override
    protected String mailboxName(GetACLRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected AclDisclosure disclosure(Rights rights) {
        return AclDisclosure.forAdministration(rights);
    }

    @Override
    protected Mono<Void> carryOut(GetACLRequest request, Target target, Responder responder) {
        return Mono.fromRunnable(
                () ->
                        responder.respond(
                                new AclResponse(request.getMailboxName(), target.list().shown())));
    }
}
