package org.jamestandem.imap.acl.webadmin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.james.webadmin.utils.JsonTransformer;
import org.jamestandem.imap.acl.Identifier;
import org.jamestandem.imap.acl.Subject.Group;
import org.jamestandem.imap.acl.Subject.Special;
import org.jamestandem.imap.acl.james.AclAdministration;
import org.jamestandem.imap.acl.james.AclAdministration.Shared;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * Every list in the form in which James 3.9 reads lists, one mailbox in each line; part of {@link
 * AclRoutes}. James 3.9 cannot evaluate groups, and does not know of rights that owners gave up:
 * such entries are told apart.
 */
final class AclExport {
    private final AclAdministration administration;
    private final JsonTransformer json;

    @Inject
    AclExport(AclAdministration administration, JsonTransformer json) {
        this.administration = administration;
        this.json = json;
    }

    /** Rights by identifier, both as James 3.9 writes them. */
    @JsonInclude(Include.NON_EMPTY)
    record Line(
            String owner, String mailbox, Map<String, String> acl, Map<String, String> leftOut) {
        static Line of(Shared shared) {
            return new Line(
                    shared.owner().asString(),
                    shared.mailbox(),
                    entries(shared, Line::isKnown),
                    entries(shared, identifier -> !isKnown(identifier)));
        }

        private static boolean isKnown(Identifier identifier) {
            return !(identifier.subject() instanceof Group)
                    && identifier.subject() != Special.OWNER;
        }

        private static Map<String, String> entries(Shared shared, Predicate<Identifier> chosen) {
            Map<String, String> entries = new TreeMap<>();
            shared.list()
                    .entries()
                    .forEach(
                            (identifier, rights) -> {
                                if (chosen.test(identifier)) {
                                    entries.put(identifier.text(), rights.letters());
                                }
                            });
            return entries;
        }
    }

    void define(Service service, String base) {
        service.get(base + "/export", this::export);
    }

    /** Written as it is read, so that a large server does not hold it all. */
    private Object export(Request request, Response response) throws IOException {
        response.type("application/x-ndjson");
        PrintWriter out = response.raw().getWriter();
        try (Stream<Shared> lists = administration.lists().toStream()) {
            for (Iterator<Shared> next = lists.iterator(); next.hasNext(); ) {
                out.println(json.render(Line.of(next.next())));
            }
        }
        out.flush();
        return "";
    }
}
