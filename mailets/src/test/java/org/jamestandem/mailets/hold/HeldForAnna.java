package org.jamestandem.mailets.hold;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.mail.MessagingException;
import org.apache.james.core.Username;
import org.jamestandem.mailets.hold.webadmin.ReleaseRoutes;

/** One mail, {@code m1}, that is held from anna@example.org, for tests of other packages. */
public final class HeldForAnna {
    private static final Username ANNA = Username.of("anna@example.org");

    private final HoldWorld world = HoldWorld.usual();
    private final String token;

    public HeldForAnna() {
        try {
            world.hold("m1", ANNA.asString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        token = signed(world.mails.of(ANNA).blockFirst(HoldWorld.PATIENCE).id());
    }

    public ReleaseRoutes routes() {
        return new ReleaseRoutes(world.holding, world.links, new Templates(), world.settings);
    }

    public String token() {
        return token;
    }

    /** Of another mail. */
    public String tokenOf(String subject, String unsubscribe) {
        UUID id = UUID.randomUUID();
        world.mails
                .keep(
                        new HeldMail(
                                id,
                                ANNA,
                                ANNA.asString(),
                                "",
                                subject,
                                HoldWorld.SIX,
                                1,
                                unsubscribe))
                .block(HoldWorld.PATIENCE);
        return signed(id);
    }

    public List<String> released() {
        return List.copyOf(world.outbox.resumed);
    }

    public List<String> learned() {
        return List.copyOf(world.learned);
    }

    private String signed(UUID id) {
        Ticket ticket = new Ticket(ANNA, id, HoldWorld.SIX.plus(Duration.ofDays(30)));
        return world.links.signer().block(HoldWorld.PATIENCE).apply(ticket);
    }
}
