package org.jamestandem.distribution.ready;

import java.nio.file.Path;
import java.util.List;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.samples.SampleAccount;
import org.jamestandem.distribution.server.Form;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/** What a person reads on the terminal once the server is ready. */
public final class Welcome {
    private final StringBuilder text = new StringBuilder();
    private final Listeners listeners;

    private Welcome(Listeners listeners) {
        this.listeners = listeners;
    }

    /** The text, line ends included. */
    public static String text(
            Form form,
            Listeners listeners,
            WebadminAccess webadmin,
            Path data,
            List<SampleAccount> users) {
        Welcome welcome = new Welcome(listeners);
        welcome.line("Tandem is ready. Stop it with Ctrl-C.");
        welcome.line("");
        welcome.place(form);
        welcome.line("");
        welcome.connections();
        welcome.administration(webadmin, data);
        welcome.tryOut(users);
        return welcome.text.toString();
    }

    private void place(Form form) {
        if (form.keepsMail()) {
            line("Mail, users and settings are kept " + form.place() + ".");
            return;
        }
        line("  *** Mail, users and settings made while it runs are kept in memory only:");
        line("  *** THEY ARE GONE when it stops. Do not keep real mail here.");
    }

    private void connections() {
        line("Connect a mail client:");
        row("read, IMAP", Service.IMAP, "plain or STARTTLS");
        row("", Service.IMAPS, "TLS");
        row("read, POP3", Service.POP3, "plain or STLS");
        row("", Service.POP3S, "TLS");
        row("send", Service.SUBMISSION, "login needed; plain or STARTTLS");
        row("", Service.SUBMISSIONS, "login needed; TLS");
        row("deliver", Service.SMTP, "to local users only");
        row("", Service.LMTP, "to local users only");
        row("filters", Service.MANAGESIEVE, "ManageSieve");
        line("");
    }

    private void administration(WebadminAccess webadmin, Path data) {
        line("Certificate to trust:  " + data.resolve("tls").resolve("ca.pem"));
        line("Log file:              " + data.resolve("logs").resolve("tandem.log"));
        if (listeners.first(Service.WEBADMIN).isPresent()) {
            line("Webadmin:              " + webadmin.url());
            line("  its token is in      " + data.resolve("webadmin.json"));
        }
        line("");
    }

    private void tryOut(List<SampleAccount> users) {
        if (users.isEmpty()) {
            line("There are no sample accounts: create domains and users through webadmin.");
            return;
        }
        line("Accounts, all with the password " + users.get(0).password());
        for (SampleAccount user : users) {
            String delete =
                    "hide".equals(user.pop3())
                            ? "what POP3 deletes is hidden from that POP3 reader and stays for IMAP"
                            : "what POP3 deletes is gone, as RFC 1939 has it";
            line("  %-22s %s".formatted(user.user(), delete));
        }
        SampleAccount first = users.get(0);
        line("");
        line("Try:");
        line("  U=%s:%s".formatted(first.user(), first.password()));
        curl("pop3", Service.POP3, "/", "what POP3 offers");
        curl("pop3", Service.POP3, "/1 -I -X DELE", "delete the first; POP3 no longer has it,");
        curl("imap", Service.IMAP, "/INBOX -X 'SEARCH ALL'", "IMAP still has it");
        curl("imap", Service.IMAP, "/INBOX -X 'SORT (REVERSE DATE) UTF-8 ALL'", "newest first");
    }

    private void curl(String scheme, Service service, String request, String why) {
        listeners
                .first(service)
                .map(Listener::reachable)
                .map(found -> "%s://%s:%d".formatted(scheme, found.host(), found.port()))
                .ifPresent(
                        place -> line("  curl -u $U %s%s   # %s".formatted(place, request, why)));
    }

    private void row(String use, Service service, String how) {
        listeners
                .first(service)
                .map(Listener::reachable)
                .ifPresent(
                        listener ->
                                line(
                                        "  %-11s %-12s %s %-6d %s"
                                                .formatted(
                                                        use,
                                                        service.word(),
                                                        listener.host(),
                                                        listener.port(),
                                                        how)));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
