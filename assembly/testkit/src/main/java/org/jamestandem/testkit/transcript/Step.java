package org.jamestandem.testkit.transcript;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One step of a transcript. The line is its number in the file, from 1. */
sealed interface Step {
    int line();

    /** Lets the visitor play this step. */
    void play(Player player) throws IOException;

    /** What can be done with steps. */
    interface Player {
        void send(Send step) throws IOException;

        void expect(Reply step) throws IOException;

        void open(Open step) throws IOException;

        void use(Use step);

        void drop(Drop step) throws IOException;

        void mail(Mail step) throws IOException;

        void startTls(StartTls step) throws IOException;

        void closed(Closed step) throws IOException;
    }

    /** A client line. */
    record Send(int line, String text) implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.send(this);
        }
    }

    /** All server lines up to the next step of another kind. */
    record Reply(List<Expectation> expectations) implements Step {
        public Reply {
            expectations = List.copyOf(expectations);
        }

        @Override
        public int line() {
            return expectations.get(0).line();
        }

        @Override
        public void play(Player player) throws IOException {
            player.expect(this);
        }
    }

    /**
     * A new connection in a session, named or the current one; the account is absent when no login
     * is wanted.
     */
    record Open(
            int line,
            Optional<String> session,
            Optional<Protocol> protocol,
            Optional<String> account)
            implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.open(this);
        }
    }

    /** Continues in a session that is open. */
    record Use(int line, String session) implements Step {
        @Override
        public void play(Player player) {
            player.use(this);
        }
    }

    /** Closes the connection without a farewell. */
    record Drop(int line) implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.drop(this);
        }
    }

    /** Stores a message. */
    record Mail(int line, String account, String mailbox, String file) implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.mail(this);
        }
    }

    /** Turns the connection into a TLS one. */
    record StartTls(int line) implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.startTls(this);
        }
    }

    /** Waits for the end of the connection. */
    record Closed(int line) implements Step {
        @Override
        public void play(Player player) throws IOException {
            player.closed(this);
        }
    }
}
