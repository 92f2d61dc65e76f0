package org.jamestandem.benchmarks.servers;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jamestandem.benchmarks.client.Account;

/**
 * A server that runs already and has the accounts: {@code NAME=HOST:IMAP:POP3:USERS:PASSWORD},
 * where USERS holds one {@code %d} for a number from 1 on.
 */
final class RunningTarget implements Target {
    private static final Pattern FORM =
            Pattern.compile("([\\w-]+)=([^:]+):(\\d+):(\\d+):([^:]*%d[^:]*):(.*)");

    private final Matcher parts;
    private final AtomicInteger accounts = new AtomicInteger();

    private RunningTarget(Matcher parts) {
        this.parts = parts;
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static RunningTarget of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected NAME=HOST:IMAP:POP3:USERS:PASSWORD, such as"
                            + " old=mail.example.org:143:110:user%d@example.org:secret, got "
                            + text);
        }
        return new RunningTarget(matcher);
    }

    @Override
    public String name() {
        return parts.group(1);
    }

    @Override
    public InetSocketAddress imap() {
        return new InetSocketAddress(parts.group(2), Integer.parseInt(parts.group(3)));
    }

    @Override
    public InetSocketAddress pop3() {
        return new InetSocketAddress(parts.group(2), Integer.parseInt(parts.group(4)));
    }

    @Override
    public Account newAccount() {
        String user = parts.group(5).replace("%d", Integer.toString(accounts.incrementAndGet()));
        return new Account(user, parts.group(6));
    }

    @Override
    public void close() {
        // It was there before and stays.
    }
}
