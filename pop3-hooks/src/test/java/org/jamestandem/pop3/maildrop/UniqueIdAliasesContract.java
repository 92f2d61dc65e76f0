package org.jamestandem.pop3.maildrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Username;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.jamestandem.pop3.uidl.UniqueIdAliases;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link UniqueIdAliases} keeps to. */
public interface UniqueIdAliasesContract {
    Duration WAIT = Duration.ofSeconds(60);
    Username OWNER = Username.of("anna@example.org");
    Username OTHER = Username.of("bob@example.org");

    /** A state with nothing in it. */
    MaildropState state();

    @Test
    default void aMaildropThatWasNeverOpenedHasNone() {
        assertThat(state().aliases().of(OWNER).blockOptional(WAIT)).isEmpty();
    }

    @Test
    default void keptAliasesAreRead() {
        assertThat(keep(OWNER, numbered(3, "x"))).isEqualTo(numbered(3, "x"));
        assertThat(read(OWNER)).isEqualTo(numbered(3, "x"));
    }

    @Test
    default void noAliasesAreKeptTooOnceForAll() {
        assertThat(keep(OWNER, Map.of())).isEmpty();
        assertThat(state().aliases().of(OWNER).blockOptional(WAIT)).contains(Map.of());
        assertThat(keep(OWNER, numbered(3, "x"))).isEmpty();
        assertThat(read(OWNER)).isEmpty();
    }

    @Test
    default void theFirstOnesStay() {
        keep(OWNER, numbered(2, "first"));
        assertThat(keep(OWNER, numbered(9, "second"))).isEqualTo(numbered(2, "first"));
        assertThat(read(OWNER)).isEqualTo(numbered(2, "first"));
    }

    @Test
    default void whoAsksForItGetsOthers() {
        for (String id : List.of("a", "b")) {
            state().aliases().replace(OWNER, numbered(3, id)).block(WAIT);
            assertThat(read(OWNER)).isEqualTo(numbered(3, id));
        }
        assertThat(keep(OWNER, numbered(2, "c"))).isEqualTo(numbered(3, "b"));
    }

    @Test
    default void ownersHaveTheirOwn() {
        keep(OWNER, numbered(2, "a"));
        keep(OTHER, numbered(2, "b"));
        assertThat(read(OWNER)).isEqualTo(numbered(2, "a"));
        assertThat(read(OTHER)).isEqualTo(numbered(2, "b"));
    }

    @Test
    default void aForgottenMaildropIsOneThatWasNeverOpened() {
        keep(OWNER, numbered(2, "a"));
        keep(OTHER, numbered(2, "b"));
        for (int twice = 0; twice < 2; twice++) {
            state().aliases().forget(OWNER).block(WAIT);
        }
        assertThat(state().aliases().of(OWNER).blockOptional(WAIT)).isEmpty();
        assertThat(read(OTHER)).isEqualTo(numbered(2, "b"));
        assertThat(keep(OWNER, numbered(1, "c"))).isEqualTo(numbered(1, "c"));
    }

    @Test
    default void allWhoOpenAtOnceAreGivenTheSame() {
        List<Map<MessageKey, UniqueId>> answers =
                Flux.range(1, 8)
                        .flatMap(
                                i ->
                                        state().aliases()
                                                .keepFirst(OWNER, numbered(10 * i, "caller" + i))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                8)
                        .collectList()
                        .block(WAIT);
        assertThat(answers).hasSize(8).containsOnly(read(OWNER));
    }

    @Test
    default void aLargeMaildropIsKeptWhole() {
        keep(OWNER, numbered(12_000, "n"));
        assertThat(read(OWNER)).isEqualTo(numbered(12_000, "n"));
    }

    @Test
    default void nothingIsKeptBeforeSubscription() {
        state().aliases().keepFirst(OWNER, numbered(1, "x"));
        assertThat(state().aliases().of(OWNER).blockOptional(WAIT)).isEmpty();
    }

    private Map<MessageKey, UniqueId> read(Username owner) {
        return state().aliases().of(owner).block(WAIT);
    }

    private Map<MessageKey, UniqueId> keep(Username owner, Map<MessageKey, UniqueId> aliases) {
        return state().aliases().keepFirst(owner, aliases).block(WAIT);
    }

    private static Map<MessageKey, UniqueId> numbered(int count, String prefix) {
        Map<MessageKey, UniqueId> aliases = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            aliases.put(new MessageKey("message-" + i), new UniqueId(prefix + i));
        }
        return aliases;
    }
}
