package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.message.request.ListRightsRequest;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.GrantableRights;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Mono;

/** LISTRIGHTS (RFC 4314 §3.4). The identifier comes back as the client wrote it. */
public final class ListAclRightsProcessor extends AclProcessor<ListRightsRequest> {
    @Inject
    ListAclRightsProcessor(AclContext context) {
        super(ListRightsRequest.class, context);
    }

    @Override
    protected String mailboxName(ListRightsRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected AclDisclosure disclosure(Rights rights) {
        return AclDisclosure.forAdministration(rights);
    }

    @Override
    protected void validate(ListRightsRequest request) {
        Identifier.parse(request.getIdentifier());
    }

    @Override
    protected Mono<Void> carryOut(ListRightsRequest request, Target target, Responder responder) {
        return context.identifiers
                .known(request.getIdentifier(), target.key())
                .doOnNext(
                        identifier ->
                                responder.respond(
                                        new ListRightsResponse(
                                                request.getMailboxName(),
                                                request.getIdentifier(),
                                                GrantableRights.to(identifier))))
                .then();
    }
}
