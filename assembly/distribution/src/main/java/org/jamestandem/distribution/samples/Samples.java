package org.jamestandem.distribution.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.probe.DataProbe;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.pop3.policy.Policies;
import org.jamestandem.pop3.reader.Reader;

/** The sample domain, its accounts and their mail. */
public final class Samples {
    /** The domain of every sample account. */
    public static final String DOMAIN = "tandem.example";

    private static final List<String> NAMES = List.of("anna", "bob", "carol");

    private final List<SampleAccount> accounts;

    private Samples(List<SampleAccount> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** No samples at all. */
    public static Samples none() {
        return new Samples(List.of());
    }

    /**
     * Creates the domain and the accounts.
     *
     * @param data where the password is kept
     * @param policies what DELE means for whom
     */
    public static Samples create(DataProbe accounts, Path data, Policies policies)
            throws Exception {
        String password = SamplePassword.provide(data);
        List<SampleAccount> made =
                NAMES.stream().map(name -> account(name, password, policies)).toList();
        accounts.addDomain(DOMAIN);
        for (SampleAccount account : made) {
            accounts.addUser(account.user(), account.password());
        }
        return new Samples(made);
    }

    /** The accounts, in a fixed order. */
    public List<SampleAccount> accounts() {
        return accounts;
    }

    /**
     * Delivers the sample mail through LMTP, so that the mailets see it.
     *
     * @param witness gets the last message too
     */
    public void deliver(Listener lmtp, Clock clock, String witness) throws IOException {
        List<SampleMessage> messages = SampleMessage.all();
        SampleMessage last = messages.get(messages.size() - 1);
        try (Delivery delivery = new Delivery(lmtp)) {
            for (SampleMessage message : messages) {
                List<String> recipients = new ArrayList<>(message.recipients());
                if (message.equals(last)) {
                    recipients.add(witness);
                }
                delivery.deliver(message.sender(), recipients, message.content(clock));
            }
        }
    }

    /** The Message-ID of what is delivered last. */
    public static String lastMessageId() throws IOException {
        List<SampleMessage> messages = SampleMessage.all();
        return messages.get(messages.size() - 1).messageId();
    }

    private static SampleAccount account(String name, String password, Policies policies) {
        Username user = Username.of(name + "@" + DOMAIN);
        String pop3 = policies.of(Reader.of(user)).onDelete().words().text();
        return new SampleAccount(user.asString(), password, pop3);
    }
}
