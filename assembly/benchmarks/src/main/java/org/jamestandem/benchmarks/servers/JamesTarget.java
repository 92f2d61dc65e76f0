package org.jamestandem.benchmarks.servers;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jamestandem.benchmarks.client.Account;
import org.jamestandem.testkit.james.James;

/** Any form of James that the test kit can start. */
final class JamesTarget implements Target {
    private static final String PASSWORD = "secret";

    private final String name;
    private final James james;
    private final AtomicInteger accounts = new AtomicInteger();

    JamesTarget(String name, James james) {
        this.name = name;
        this.james = james;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InetSocketAddress imap() {
        return new InetSocketAddress(james.host(), james.port(James.Listener.IMAP));
    }

    @Override
    public InetSocketAddress pop3() {
        return new InetSocketAddress(james.host(), james.port(James.Listener.POP3));
    }

    @Override
    public Account newAccount() {
        Account account =
                new Account("user" + accounts.incrementAndGet() + "@bench.example", PASSWORD);
        james.webAdmin().addUser(account.name(), account.password());
        return account;
    }

    @Override
    public void close() {
        james.close();
    }
}
