package org.jamestandem.imap.acl.james;

import com.google.inject.Inject;
import org.apache.james.imap.message.request.DeleteACLRequest;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Rights;
import reactor.core.publisher.Mono;

/**
 * DELETEACL (RFC 4314 §3.2). Takes identifiers that mean nobody any more, so that what they left
 * behind can be removed.
 */
public final class DeleteAclProcessor extends AclProcessor<DeleteACLRequest> {
    @Inject
    DeleteAclProcessor(AclContext context) {
        super(DeleteACLRequest.class, context);
    }

    @Override
    protected String mailboxName(DeleteACLRequest request) {
        return request.getMailboxName();
    }

    @Override
    protected AclDisclosure disclosure(Rights rights) {
        return AclDisclosure.forAdministration(rights);
    }

    @Override
    protected void validate(DeleteACLRequest request) {
        Identifier.parse(request.getIdentifier());
    }

    @Override
    protected Mono<Void> carryOut(DeleteACLRequest request, Target target, Responder responder) {
        return context.lists.change(
                target.mailbox(),
                GrantChange.deletion(entry(request.getIdentifier(), target)),
                target.user());
    }

    private static Identifier entry(String text, Target target) {
        Identifier literal = Identifier.parse(text);
        return target.list().entries().containsKey(literal)
                ? literal
                : KnownIdentifiers.canonical(text, target.key());
    }
}
