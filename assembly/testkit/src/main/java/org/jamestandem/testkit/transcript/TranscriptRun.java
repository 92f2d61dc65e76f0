package org.jamestandem.testkit.transcript;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jamestandem.testkit.transcript.Transcript.RequiredAccount;

/** One run of one transcript: its users, its connections, what was said. */
final class TranscriptRun implements Step.Player, AutoCloseable {
    private static final String FIRST = "one";

    private final Transcript transcript;
    private final TranscriptServer server;
    private final Variables variables;
    private final Dialogue dialogue = new Dialogue();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private String current = FIRST;

    TranscriptRun(Transcript transcript, Transcripts transcripts, TranscriptServer server) {
        this.transcript = transcript;
        this.server = server;
        this.variables = new Variables(transcripts);
    }

    void play() {
        int line = 1;
        try {
            for (RequiredAccount wanted : transcript.accounts()) {
                Account account = server.createAccount(wanted.name(), wanted.kind());
                accounts.put(wanted.name(), account);
                variables.add(wanted.name(), account);
            }
            for (Step step : transcript.mail()) {
                line = step.line();
                step.play(this);
            }
            openFirst();
            for (Step step : transcript.steps()) {
                line = step.line();
                step.play(this);
            }
            expectSilence();
        } catch (IOException | IllegalArgumentException e) {
            throw failure(line, e.toString(), e);
        }
    }

    private void openFirst() throws IOException {
        Step first = transcript.steps().get(0);
        if (!(first instanceof Step.Open opening && opening.session().isEmpty())) {
            open(
                    FIRST,
                    transcript.protocol(),
                    transcript.accounts().stream().findFirst().map(RequiredAccount::name));
        }
    }

    @Override
    public void send(Step.Send step) throws IOException {
        session().send(variables.octets(step.text()));
    }

    @Override
    public void expect(Step.Reply step) throws IOException {
        ReplyMatcher matcher = new ReplyMatcher(step, variables);
        while (!matcher.isComplete()) {
            Expectation next = matcher.next();
            String line;
            try {
                line = session().readLine();
            } catch (IOException e) {
                throw failure(next.line(), wanted(next) + "\n  got:      " + e, e);
            }
            if (!matcher.accept(line)) {
                throw failure(next.line(), wanted(next) + "\n  got:      " + line, null);
            }
        }
    }

    private String wanted(Expectation next) throws IOException {
        return "\n  expected: " + variables.pattern(next.pattern());
    }

    @Override
    public void open(Step.Open step) throws IOException {
        String name = step.session().orElse(current);
        Protocol protocol =
                step.protocol()
                        .or(
                                () ->
                                        Optional.ofNullable(sessions.get(name))
                                                .map(old -> old.connection().protocol()))
                        .orElse(transcript.protocol());
        open(name, protocol, step.account());
    }

    private void open(String name, Protocol protocol, Optional<String> login) throws IOException {
        Session old = sessions.remove(name);
        if (old != null) {
            old.close();
        }
        Connection connection = Connection.open(protocol, server.endpoint(protocol), server.tls());
        Session session = new Session(name, connection, dialogue);
        sessions.put(name, session);
        current = name;
        dialogue.note(name, protocol.word() + login.map(who -> " as " + who).orElse(""));
        if (login.isPresent() && protocol != Protocol.LMTP) {
            session.logIn(account(login.get()));
        }
    }

    @Override
    public void use(Step.Use step) {
        if (!sessions.containsKey(step.session())) {
            throw new IllegalArgumentException("no session is called " + step.session());
        }
        current = step.session();
    }

    @Override
    public void drop(Step.Drop step) throws IOException {
        dialogue.note(current, "dropped");
        session().close();
    }

    @Override
    public void mail(Step.Mail step) throws IOException {
        Dialogue unheard = new Dialogue();
        Connection connection =
                Connection.open(Protocol.IMAP, server.endpoint(Protocol.IMAP), server.tls());
        try (Session session = new Session("mail", connection, unheard)) {
            session.logIn(account(step.account()));
            session.append(step.mailbox(), variables.message(step.file()));
        } catch (IOException e) {
            throw failure(step.line(), "cannot store " + step.file() + "\n" + unheard, e);
        }
        dialogue.note("mail", step.account() + "/" + step.mailbox() + " " + step.file());
    }

    @Override
    public void startTls(Step.StartTls step) throws IOException {
        dialogue.note(current, "TLS");
        session().connection().startTls(server.tls());
    }

    @Override
    public void closed(Step.Closed step) throws IOException {
        try {
            String line = session().readLine();
            throw failure(step.line(), "the connection is open, the server said: " + line, null);
        } catch (EOFException e) {
            dialogue.note(current, "closed by the server");
        }
    }

    /** IMAP may always say more; the others only answer. */
    private void expectSilence() throws IOException {
        for (Session session : sessions.values()) {
            if (!session.connection().protocol().isImap()
                    && session.connection().hasUnreadOctets()) {
                current = session.name();
                String line = session.readLine();
                throw failure(lastLine(), "nobody asked for: " + line, null);
            }
        }
    }

    private int lastLine() {
        return transcript.steps().get(transcript.steps().size() - 1).line();
    }

    private Account account(String login) {
        String[] parts = login.split("\\+", 2);
        Account account = accounts.get(parts[0]);
        return parts.length == 1 ? account : account.withDetail(parts[1]);
    }

    private Session session() {
        return sessions.get(current);
    }

    private AssertionError failure(int line, String what, Exception cause) {
        return new AssertionError(
                transcript.file()
                        + ":"
                        + line
                        + ": "
                        + transcript.title()
                        + " ["
                        + server.form()
                        + "]: "
                        + what
                        + "\n  dialogue:\n"
                        + dialogue,
                cause);
    }

    @Override
    public void close() {
        for (Session session : sessions.values()) {
            try {
                session.close();
            } catch (IOException e) {
                dialogue.note(session.name(), "closing failed: " + e);
            }
        }
    }
}
