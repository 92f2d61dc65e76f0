package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;

/** Answers each client line with fixed text; each connection takes the next script. */
final class ScriptedServer implements TranscriptServer, AutoCloseable {
    private static final String CLOSE = "close";

    /**
     * Answers by client line; the empty line is the greeting's. The answer "close" ends the
     * connection.
     */
    record Script(Map<String, String> answers) {
        /** Lines and answers in turn. */
        static Script of(String... linesAndAnswers) {
            Map<String, String> answers = new HashMap<>();
            for (int i = 0; i < linesAndAnswers.length; i += 2) {
                answers.put(linesAndAnswers[i], linesAndAnswers[i + 1]);
            }
            return new Script(Map.copyOf(answers));
        }

        private String answer(String line) {
            return answers.get(line);
        }
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Iterator<Script> scripts;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    ScriptedServer(List<Script> scripts) throws IOException {
        this.scripts = scripts.iterator();
        Thread thread = new Thread(this::accept, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    Queue<String> heard() {
        return heard;
    }

    private void accept() {
        while (scripts.hasNext()) {
            Script script = scripts.next();
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> talk(socket, script), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket, Script script) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            String line = "";
            String answer = script.answer(line);
            while (line != null && !CLOSE.equals(answer)) {
                if (answer != null) {
                    socket.getOutputStream()
                            .write((answer.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8));
                }
                line = in.readLine();
                answer = script.answer(line == null ? "" : line);
                if (line != null) {
                    heard.add(line);
                }
            }
        } catch (IOException e) {
            heard.add(e.toString());
        }
    }

    @Override
    public String form() {
        return "scripted";
    }

    @Override
    public Endpoint endpoint(Protocol protocol) {
        return new Endpoint(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    @Override
    public Account createAccount(String name, String kind) {
        return new Account(name + "-1@" + kind + ".example", "secret");
    }

    @Override
    public SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
