package org.jamestandem.testkit.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;

/** Answers each client line with fixed text; each connection takes the next script. */
final class ScriptedServer implements TranscriptServer, AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Iterator<Map<String, String>> scripts;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    /**
     * The script's entry for the empty line is the greeting; an answer of null closes the
     * connection.
     */
    ScriptedServer(List<Map<String, String>> scripts) throws IOException {
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
            Map<String, String> script = scripts.next();
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

    private void talk(Socket socket, Map<String, String> script) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            String line = "";
            String answer = script.get(line);
            while (line != null && !"close".equals(answer)) {
                if (answer != null) {
                    socket.getOutputStream()
                            .write((answer.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8));
                }
                line = in.readLine();
                answer = script.get(line == null ? "" : line);
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
