package org.jamestandem.acceptance.transcripts;

import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jamestandem.testkit.james.James;
import org.jamestandem.testkit.transcript.Account;
import org.jamestandem.testkit.transcript.Endpoint;
import org.jamestandem.testkit.transcript.Protocol;
import org.jamestandem.testkit.transcript.TranscriptServer;

/**
 * A James for transcripts. An account of the kind {@code classic} is a user of the domain {@code
 * classic.example}, whose policy stands in {@code transcripts/tandem.xml}.
 */
final class JamesUnderTranscript implements TranscriptServer {
    private static final String PASSWORD = "secret";

    private final String form;
    private final James james;
    private final AtomicInteger users = new AtomicInteger();

    JamesUnderTranscript(String form, James james) {
        this.form = form;
        this.james = james;
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public Endpoint endpoint(Protocol protocol) {
        return new Endpoint(james.host(), james.port(James.Listener.valueOf(protocol.name())));
    }

    @Override
    public Account createAccount(String name, String kind) {
        String user = name + users.incrementAndGet() + "@" + kind + ".example";
        james.webAdmin().addUser(user, PASSWORD);
        return new Account(user, PASSWORD);
    }

    @Override
    public SSLContext tls() {
        return TrustEverything.context();
    }
}
