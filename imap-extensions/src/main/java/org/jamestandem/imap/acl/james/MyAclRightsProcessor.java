package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.message.request.MyRightsRequest;
import org.apache.james.imap.message.response.MyRightsResponse;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Mono;

/** MYRIGHTS (RFC 4314 §3.5). */
public final class MyAclRightsProcessor extends AclProcessor<MyRightsRequest> {
    @Inject
    MyAclRightsProcessor(AclContext context) {
        super(MyRightsRequest.class, context);
    }

    @Override
    protected String mailboxName(MyRightsRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected AclDisclosure disclosure(Rights rights) {
        return AclDisclosure.forMyRights(rights);
    }

    @Override
    protected Mono<Void> carryOut(MyRightsRequest request, Target target, Responder responder) {
        return Mono.fromRunnable(
                () ->
                        responder.respond(
                                new MyRightsResponse(
                                        request.getMailboxName(),
                                        ServerRights.of(target.rights()))));
    }
}
