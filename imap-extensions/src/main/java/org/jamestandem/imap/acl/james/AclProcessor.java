package org.jamestandem.imap.acl.james;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.processor.AbstractMailboxProcessor;
import org.apache.james.imap.processor.CapabilityImplementingProcessor;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.util.MDCBuilder;
import org.jamestandem.imap.acl.AccessList;
import org.jamestandem.imap.acl.AclDisclosure;
import org.jamestandem.imap.acl.InvalidIdentifier;
import org.jamestandem.imap.acl.InvalidRights;
import org.jamestandem.imap.acl.MailboxKey;
import org.jamestandem.imap.acl.Right;
import org.jamestandem.imap.acl.Rights;
import org.jamestandem.imap.sharing.james.Place;
import reactor.core.publisher.Mono;

/** The five ACL commands: find the mailbox, see what may be revealed, carry out or refuse. */
abstract class AclProcessor<R extends ImapRequest> extends AbstractMailboxProcessor<R>
        implements CapabilityImplementingProcessor {
    private static final List<Capability> CAPABILITIES =
            ImmutableList.of(ImapConstants.SUPPORTS_ACL, Capability.of("RIGHTS=texk"));

    private static final String BAD_ARGUMENT = "org.jamestandem.imap.acl.BAD_ARGUMENT";

    protected final AclContext context;

    AclProcessor(Class<R> request, AclContext context) {
        super(request, context.mailboxes, context.responses, context.metrics);
        this.context = context;
    }

    /**
     * What a command works on.
     *
     * @param mailbox as just read from James
     * @param list of the mailbox
     * @param rights the user's own
     */
    record Target(Mailbox mailbox, AccessList list, Rights rights, Username user) {
        MailboxKey key() {
            return AccessLists.key(mailbox);
        }
    }

    /** The mailbox name as the client wrote it. */
    protected abstract String mailboxName(R request);

    /** What the client may learn, by the rights it has. */
    protected abstract AclDisclosure disclosure(Rights rights);

    /**
     * Reads the arguments before anything is looked up. Without further arguments than a mailbox
     * there is nothing to do.
     *
     * @throws InvalidRights answered with BAD
     * @throws InvalidIdentifier answered with BAD
     */
    protected void validate(R request) {}

    /** Does it, and sends the untagged responses. */
    protected abstract Mono<Void> carryOut(R request, Target target, Responder responder);

    @Override
    protected final Mono<Void> processRequestReactive(
            R request, ImapSession session, Responder responder) {
        return Mono.fromRunnable(() -> validate(request))
                .then(Mono.defer(() -> target(request, session)))
                .flatMap(target -> answer(request, target, responder))
                .onErrorResume(
                        MailboxNotFoundException.class,
                        e -> refuse(Refusal.notFound(request), responder))
                .onErrorResume(
                        UnknownIdentifier.class,
                        e -> refuse(Refusal.cannot(request, e.getMessage()), responder))
                .onErrorResume(InvalidRights.class, e -> bad(request, e.getMessage(), responder))
                .onErrorResume(
                        InvalidIdentifier.class, e -> bad(request, e.getMessage(), responder));
    }

    private Mono<Target> target(R request, ImapSession session) {
        Username user = session.getMailboxSession().getUser();
        return Mono.justOrEmpty(context.names.place(mailboxName(request), session))
                .switchIfEmpty(Mono.error(() -> new MailboxNotFoundException(mailboxName(request))))
                .flatMap(place -> mailbox(place, session))
                .flatMap(mailbox -> target(mailbox, user));
    }

    private Mono<Mailbox> mailbox(Place place, ImapSession session) {
        MailboxSession asking = session.getMailboxSession();
        return context.directory
                .find(place.path(), asking)
                .onErrorResume(
                        MailboxNotFoundException.class,
                        e -> context.access.pretend(asking.getUser()).then(Mono.error(e)));
    }

    private Mono<Target> target(Mailbox mailbox, Username user) {
        return context.lists
                .of(mailbox)
                .flatMap(
                        list ->
                                context.access
                                        .rights(list, AccessLists.named(mailbox), user)
                                        .map(rights -> new Target(mailbox, list, rights, user)));
    }

    private Mono<Void> answer(R request, Target target, Responder responder) {
        return switch (disclosure(target.rights())) {
            case FULL ->
                    carryOut(request, target, responder)
                            .then(Mono.fromRunnable(() -> okComplete(request, responder)));
            case REFUSED -> refuse(Refusal.missing(request, Right.ADMINISTER), responder);
            case NOT_FOUND -> refuse(Refusal.notFound(request), responder);
        };
    }

    private static Mono<Void> refuse(Refusal refusal, Responder responder) {
        return Mono.fromRunnable(() -> responder.respond(refusal));
    }

    private Mono<Void> bad(R request, String text, Responder responder) {
        return Mono.fromRunnable(
                () -> taggedBad(request, responder, new HumanReadableText(BAD_ARGUMENT, text)));
    }

    @Override
    public List<Capability> getImplementedCapabilities(ImapSession session) {
        return CAPABILITIES;
    }

    @Override
    protected MDCBuilder mdc(R request) {
        return MDCBuilder.create()
                .addToContext(MDCBuilder.ACTION, request.getCommand().getName())
                .addToContext("mailbox", mailboxName(request));
    }
}
