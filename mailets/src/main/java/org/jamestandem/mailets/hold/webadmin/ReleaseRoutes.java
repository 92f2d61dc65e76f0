package org.jamestandem.mailets.hold.webadmin;

import com.google.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.james.webadmin.PublicRoutes;
import org.eclipse.jetty.http.HttpStatus;
import org.jamestandem.mailets.hold.HeldMail;
import org.jamestandem.mailets.hold.HoldSettings;
import org.jamestandem.mailets.hold.Holding;
import org.jamestandem.mailets.hold.Language;
import org.jamestandem.mailets.hold.ReleaseLinks;
import org.jamestandem.mailets.hold.Templates;
import org.jamestandem.mailets.hold.Ticket;
import spark.Request;
import spark.Response;
import spark.Service;

/**
 * An {@code extensions.routes} entry of {@code webadmin.properties}, open to everybody who has a
 * signed link: the page on which a reader decides about a mail that is held back. Looking at it
 * changes nothing, so programs that follow links in mail do no harm.
 */
public final class ReleaseRoutes implements PublicRoutes {
    /**
     * {@code GET ?t=TOKEN} answers the page, {@code POST} of its form delivers the mail. 403 for a
     * link that is forged or over, 410 for a mail that is not held any more.
     */
    public static final String RELEASE = "/tandem/held/release";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "t";
    private static final String NOT_SPAM = "not-spam";

    private final Holding holding;
    private final ReleaseLinks links;
    private final Templates templates;
    private final HoldSettings settings;

    @Inject
    public ReleaseRoutes(
            Holding holding, ReleaseLinks links, Templates templates, HoldSettings settings) {
        this.holding = holding;
        this.links = links;
        this.templates = templates;
        this.settings = settings;
    }

    @Override
    public String getBasePath() {
        return "/tandem/held";
    }

    @Override
    public void define(Service service) {
        service.get(RELEASE, this::show);
        service.post(RELEASE, this::release);
    }

    private String show(Request request, Response response) {
        String token = token(request);
        return links.read(token)
                .blockOptional(PATIENCE)
                .map(ticket -> show(ticket, token, response))
                .orElseGet(() -> refused(response));
    }

    private String show(Ticket ticket, String token, Response response) {
        return holding.held(ticket)
                .blockOptional(PATIENCE)
                .map(
                        held ->
                                page(
                                        "release",
                                        HttpStatus.OK_200,
                                        values(held, token),
                                        ticket,
                                        response))
                .orElseGet(() -> gone(ticket, response));
    }

    private String release(Request request, Response response) {
        boolean notSpam = request.queryParams(NOT_SPAM) != null;
        return links.read(token(request))
                .blockOptional(PATIENCE)
                .map(ticket -> release(ticket, notSpam, response))
                .orElseGet(() -> refused(response));
    }

    private String release(Ticket ticket, boolean notSpam, Response response) {
        return holding.release(ticket, notSpam)
                .blockOptional(PATIENCE)
                .map(
                        held ->
                                page(
                                        "released",
                                        HttpStatus.OK_200,
                                        values(held, ""),
                                        ticket,
                                        response))
                .orElseGet(() -> gone(ticket, response));
    }

    private String gone(Ticket ticket, Response response) {
        return page("gone", HttpStatus.GONE_410, Map.of(), ticket, response);
    }

    private String refused(Response response) {
        return page("refused", HttpStatus.FORBIDDEN_403, Map.of(), settings.language(), response);
    }

    private String page(
            String name, int status, Map<String, Object> values, Ticket of, Response response) {
        return page(name, status, values, settings.language(of.owner()), response);
    }

    private String page(
            String name,
            int status,
            Map<String, Object> values,
            Language language,
            Response response) {
        response.status(status);
        response.type("text/html; charset=utf-8");
        response.header("Cache-Control", "no-store");
        response.header("Referrer-Policy", "no-referrer");
        response.header("X-Content-Type-Options", "nosniff");
        response.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https:;"
                        + " frame-ancestors 'none'; base-uri 'none'");
        return templates.fill(name, "html", language, values);
    }

    private static Map<String, Object> values(HeldMail held, String token) {
        return Map.of(
                "sender",
                held.sender(),
                "subject",
                held.subject(),
                "token",
                token,
                "unsubscribe",
                held.unsubscribe().isEmpty() ? false : Map.of("place", held.unsubscribe()));
    }

    private static String token(Request request) {
        return Optional.ofNullable(request.queryParams(TOKEN)).orElse("");
    }
}
