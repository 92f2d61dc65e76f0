package org.jamestandem.imap.acl.webadmin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.google.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.webadmin.Constants;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.utils.ErrorResponder;
import org.apache.james.webadmin.utils.ErrorResponder.ErrorType;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.apache.james.webadmin.utils.Responses;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.imap.acl.Grant;
import org.jamestandem.imap.acl.GrantChange;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Reason;
import org.jamestandem.imap.acl.RightsChange;
import org.jamestandem.imap.acl.james.AclAdministration;
import org.jamestandem.imap.acl.james.AclAdministration.Explanation;
import org.jamestandem.imap.acl.james.AclAdministration.Listed;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * The {@code extensions.routes} entry of {@code webadmin.properties}: reads, changes and explains
 * access control lists.
 */
public final class AclRoutes implements Routes {
    private static final String BASE = "/tandem/acl";
    private static final String MAILBOX = BASE + "/mailboxes/:owner/:mailbox";
    private static final String ENTRY = MAILBOX + "/:identifier";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AclAdministration administration;
    private final AclTasks tasks;
    private final AclExport export;
    private final JsonTransformer json;

    @Inject
    AclRoutes(
            AclAdministration administration,
            AclTasks tasks,
            AclExport export,
            JsonTransformer json) {
        this.export = export;
        this.administration = administration;
        this.tasks = tasks;
        this.json = json;
    }

    record Entry(String identifier, String rights) {
        static Entry of(Grant grant) {
            return new Entry(grant.identifier().text(), grant.rights().letters());
        }

        static Entry of(Reason reason) {
            return new Entry(reason.entry().text(), reason.rights().letters());
        }
    }

    record MailboxAnswer(String owner, String mailbox, List<Entry> entries) {
        static MailboxAnswer of(Username owner, Listed listed) {
            return new MailboxAnswer(
                    owner.asString(),
                    listed.mailbox(),
                    listed.entries().stream().map(Entry::of).toList());
        }
    }

    record ShareAnswer(String owner, String mailbox, String rights) {}

    @JsonInclude(Include.NON_EMPTY)
    record ExplainAnswer(
            String user,
            String owner,
            String mailbox,
            String rights,
            boolean ownMailbox,
            List<Entry> because,
            List<Entry> overrides) {}

    record HolderAnswer(String user, String rights) {}

    @Override
    public String getBasePath() {
        return BASE;
    }

    @Override
    public void define(Service service) {
        service.get(MAILBOX, this::list, json);
        service.put(ENTRY, this::change);
        service.delete(ENTRY, this::drop);
        service.get(BASE + "/explain", this::explain, json);
        service.get(BASE + "/shared-by/:user", this::sharedBy, json);
        service.get(BASE + "/shared-with/:user", this::sharedWith, json);
        service.get(BASE + "/who/:owner/:mailbox", this::who, json);
        tasks.define(service, BASE);
        export.define(service, BASE);
    }

    private MailboxAnswer list(Request request, Response response) {
        Username owner = user(request.params("owner"));
        Listed listed = answered(administration.list(owner, request.params("mailbox")));
        response.type(Constants.JSON_CONTENT_TYPE);
        return MailboxAnswer.of(owner, listed);
    }

    private String change(Request request, Response response) {
        EntryChange change = checked(() -> EntryChange.read(request.body()));
        answered(
                administration
                        .change(
                                user(request.params("owner")),
                                request.params("mailbox"),
                                identifier(request.params("identifier")).text(),
                                change.rights(),
                                change.until())
                        .thenReturn(true));
        return Responses.returnNoContent(response);
    }

    private String drop(Request request, Response response) {
        answered(
                administration
                        .drop(
                                user(request.params("owner")),
                                request.params("mailbox"),
                                identifier(request.params("identifier")).text())
                        .thenReturn(true));
        return Responses.returnNoContent(response);
    }

    private ExplainAnswer explain(Request request, Response response) {
        Username user = user(parameter(request, "user"));
        Username owner = user(parameter(request, "owner"));
        String mailbox = parameter(request, "mailbox");
        Explanation why = answered(administration.explain(user, owner, mailbox, supposed(request)));
        response.type(Constants.JSON_CONTENT_TYPE);
        return new ExplainAnswer(
                user.asString(),
                owner.asString(),
                mailbox,
                why.rights().letters(),
                why.owner(),
                why.reasons().stream().map(Entry::of).toList(),
                why.overrides().stream().map(Entry::of).toList());
    }

    /** What if that entry were changed: {@code if=bob@example.org&rights=+w}. */
    private static Optional<GrantChange> supposed(Request request) {
        return Optional.ofNullable(request.queryParams("if"))
                .map(
                        entry ->
                                new GrantChange(
                                        identifier(entry),
                                        checked(
                                                () ->
                                                        RightsChange.parse(
                                                                parameter(request, "rights")))));
    }

    private List<MailboxAnswer> sharedBy(Request request, Response response) {
        Username owner = user(request.params("user"));
        response.type(Constants.JSON_CONTENT_TYPE);
        return answered(
                administration
                        .sharedBy(owner)
                        .map(listed -> MailboxAnswer.of(owner, listed))
                        .collectList());
    }

    private List<ShareAnswer> sharedWith(Request request, Response response) {
        Username user = user(request.params("user"));
        response.type(Constants.JSON_CONTENT_TYPE);
        return answered(
                administration
                        .sharedWith(user)
                        .map(
                                found ->
                                        new ShareAnswer(
                                                found.mailbox().key().owner(),
                                                found.mailbox().name(),
                                                found.rights().letters()))
                        .collectList());
    }

    private List<HolderAnswer> who(Request request, Response response) {
        Username owner = user(request.params("owner"));
        response.type(Constants.JSON_CONTENT_TYPE);
        return answered(
                administration
                        .holders(owner, request.params("mailbox"))
                        .map(
                                holder ->
                                        new HolderAnswer(
                                                holder.user().asString(),
                                                holder.rights().letters()))
                        .sort(Comparator.comparing(HolderAnswer::user))
                        .collectList());
    }

    private static <T> T answered(Mono<T> answer) {
        try {
            return answer.block(PATIENCE);
        } catch (RuntimeException e) {
            Throwable cause = Exceptions.unwrap(e);
            if (cause instanceof MailboxNotFoundException) {
                throw refusal(
                        HttpStatus.NOT_FOUND_404, ErrorType.NOT_FOUND, "There is no such mailbox");
            }
            if (cause instanceof IllegalArgumentException) {
                throw bad(cause.getMessage());
            }
            throw e;
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T checked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private static Username user(String name) {
        return checked(() -> Username.of(name));
    }

    private static Identifier identifier(String text) {
        return checked(() -> Identifier.parse(text));
    }

    private static String parameter(Request request, String name) {
        return Optional.ofNullable(request.queryParams(name))
                .orElseThrow(() -> bad("The parameter " + name + " is missing"));
    }

    private static HaltException bad(String message) {
        return refusal(HttpStatus.BAD_REQUEST_400, ErrorType.INVALID_ARGUMENT, message);
    }

    private static HaltException refusal(int status, ErrorType type, String message) {
        return ErrorResponder.builder().statusCode(status).type(type).message(message).haltError();
    }
}
