package org.jamestandem.distribution.ready;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.webadmin.WebadminAccess;
import org.jamestandem.distribution.wire.Conversation;

/**
 * Asks the running server what a client would ask: does every listener answer, and can the samples
 * be read.
 */
public final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int OK = 200;

    private final Listeners listeners;
    private final WebadminAccess webadmin;
    private final Clock clock;

    public Readiness(Listeners listeners, WebadminAccess webadmin, Clock clock) {
        this.listeners = listeners;
        this.webadmin = webadmin;
        this.clock = clock;
    }

    /**
     * Returns when every listener answers.
     *
     * @throws IOException with the last complaint when one takes more than 30 seconds
     */
    public void awaitListeners() throws IOException, InterruptedException {
        for (Listener listener : listeners.all()) {
            repeat(listener.toString(), () -> answers(listener));
        }
    }

    /**
     * Returns when the user finds that message by IMAP SEARCH and is offered mail by POP3.
     *
     * @throws IOException with the last complaint when that takes more than 30 seconds
     */
    public void awaitReadable(String user, String password, String messageId)
            throws IOException, InterruptedException {
        repeat("IMAP", () -> searchable(user, password, messageId));
        repeat("POP3", () -> downloadable(user, password));
    }

    private void repeat(String what, Question question) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                question.ask();
                return;
            } catch (IOException e) {
                if (clock.instant().isAfter(end)) {
                    throw new IOException(what + " does not answer: " + e.getMessage(), e);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private void answers(Listener listener) throws IOException {
        if (listener.service() == Service.WEBADMIN) {
            webadminAnswers();
            return;
        }
        try (Conversation talk = Conversation.with(listener)) {
            switch (listener.service()) {
                case IMAP, IMAPS -> talk.expect("* OK");
                case POP3, POP3S -> talk.expect("+OK");
                case MANAGESIEVE -> talk.until(line -> line.startsWith("OK"));
                default -> talk.expectReply("220");
            }
        }
    }

    private void webadminAnswers() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) new URL(webadmin.url() + "/domains").openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + webadmin.token());
        connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        try {
            if (connection.getResponseCode() != OK) {
                throw new IOException("HTTP status " + connection.getResponseCode());
            }
        } finally {
            connection.disconnect();
        }
    }

    private void searchable(String user, String password, String messageId) throws IOException {
        Optional<Listener> imap =
                listeners.first(Service.IMAPS).or(() -> listeners.first(Service.IMAP));
        if (imap.isEmpty()) {
            return;
        }
        try (Conversation talk = Conversation.with(imap.get())) {
            talk.expect("* OK");
            imap(talk, "LOGIN %s %s".formatted(user, password));
            imap(talk, "EXAMINE INBOX");
            String search = "UID SEARCH HEADER MESSAGE-ID \"%s\"".formatted(messageId);
            List<String> answer = imap(talk, search);
            if (answer.stream().noneMatch(line -> line.matches("\\* SEARCH \\d+"))) {
                throw new IOException("the search found nothing");
            }
            imap(talk, "LOGOUT");
        }
    }

    private static List<String> imap(Conversation talk, String command) throws IOException {
        List<String> answer = talk.say("r " + command).until(line -> line.startsWith("r "));
        if (!answer.get(answer.size() - 1).startsWith("r OK")) {
            throw new IOException("refused: " + answer.get(answer.size() - 1));
        }
        return answer;
    }

    private void downloadable(String user, String password) throws IOException {
        Optional<Listener> pop3 =
                listeners.first(Service.POP3S).or(() -> listeners.first(Service.POP3));
        if (pop3.isEmpty()) {
            return;
        }
        try (Conversation talk = Conversation.with(pop3.get())) {
            talk.expect("+OK");
            talk.say("USER " + user).expect("+OK");
            talk.sendRaw(("PASS " + password + "\r\n").getBytes(UTF_8)).expect("+OK");
            String count = talk.say("STAT").expect("+OK");
            if (count.startsWith("+OK 0 ")) {
                throw new IOException("the maildrop is empty");
            }
            talk.say("QUIT").expect("+OK");
        }
    }

    /** One question; it throws when the answer is not there yet. */
    private interface Question {
        void ask() throws IOException;
    }
}
