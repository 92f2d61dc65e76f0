package org.jamestandem.pop3.uidl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueIdTest {
    private static final String CASSANDRAS = "f3a1c2d0-8b1e-11f0-9c1d-0242ac120002";
    private static final ServerRun MONDAYS = new ServerRun(0x0123456789abcdefL);
    private static final ServerRun TUESDAYS = new ServerRun(-1L);

    @Test
    void aLastingMessageIdIsTheUniqueIdItself() {
        assertThat(UniqueId.of(MessageKeys.lastingIds().of(CASSANDRAS)).value())
                .isEqualTo(CASSANDRAS);
    }

    @Test
    void noFormMeetsAnother() {
        List<String> ids =
                List.of(
                        UniqueId.ofUid(7).value(),
                        MessageKeys.lastingIds().of("7").value(),
                        MessageKeys.lastingIds().of(CASSANDRAS).value(),
                        MessageKeys.volatileIds(MONDAYS).of("7").value(),
                        MessageKeys.volatileIds(TUESDAYS).of("7").value());

        assertThat(ids)
                .containsExactly(
                        "7", "m7", CASSANDRAS, "v0123456789abcdef.7", "vffffffffffffffff.7");
    }

    @Test
    void onlyAStorageThatLastsIsKnownFromBefore() {
        assertThat(MessageKeys.lastingIds().lasting()).isTrue();
        assertThat(MessageKeys.volatileIds(MONDAYS).lasting()).isFalse();
    }

    @Test
    void runsDiffer() {
        SplittableRandom random = new SplittableRandom(20260105);
        assertThat(ServerRun.drawn(random)).isNotEqualTo(ServerRun.drawn(random));
    }

    @Test
    void theLongestFormIsShortEnough() {
        String longest = MessageKeys.volatileIds(MONDAYS).of(Long.toString(Long.MAX_VALUE)).value();
        assertThat(new UniqueId(longest).value()).hasSizeLessThanOrEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "é", "\u007f"})
    void nothingElseIsAUniqueId(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniqueId(text))
                .withMessageContaining("RFC 1939 §7");
    }

    @Test
    void seventyCharactersAreTheMost() {
        assertThat(new UniqueId("x".repeat(70)).value()).hasSize(70);
        assertThatIllegalArgumentException().isThrownBy(() -> new UniqueId("x".repeat(71)));
    }
}
