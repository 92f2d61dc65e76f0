package org.jamestandem.pop3.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jamestandem.pop3.uidl.MessageKey;
import org.jamestandem.pop3.uidl.UniqueId;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void theCopyingToolIsBelievedFirst() {
        Matched matched =
                Matching.of(
                        list("a 1 10", "b 2 10"),
                        List.of(copied("x", 8, 10), copied("y", 9, 10)),
                        Map.of(1L, 9L, 2L, 8L));
        assertThat(matched.aliases())
                .isEqualTo(Map.of(key("y"), new UniqueId("a"), key("x"), new UniqueId("b")));
    }

    @Test
    void equalMessagesWithEqualHeadersAreTakenInOrder() {
        Matched matched =
                Matching.of(
                        list("a - 10 ff", "b - 10 ff", "c - 10 ee"),
                        List.of(
                                new CopiedMessage(key("z"), 3, 10, "ff"),
                                new CopiedMessage(key("y"), 2, 10, "ff"),
                                new CopiedMessage(key("x"), 1, 10, "ee")),
                        Map.of());
        assertThat(matched.aliases())
                .isEqualTo(
                        Map.of(
                                key("y"), new UniqueId("a"),
                                key("z"), new UniqueId("b"),
                                key("x"), new UniqueId("c")));
    }

    @Test
    void aMessageMoreOrLessIsNotGuessed() {
        Matched matched =
                Matching.of(
                        list("a - 10 ff", "b - 10 ff"),
                        List.of(new CopiedMessage(key("x"), 1, 10, "ff")),
                        Map.of());
        assertThat(matched.aliases()).isEmpty();
        assertThat(matched.ambiguous()).containsExactly("a - 10 ff", "b - 10 ff");
    }

    @Test
    void octetsAloneDecideOnlyWhereTheyOccurOnce() {
        Matched matched =
                Matching.of(
                        list("a - 10", "b - 20", "c - 20", "d - 30"),
                        List.of(
                                copied("w", 1, 10),
                                copied("x", 2, 20),
                                copied("y", 3, 20),
                                copied("z", 4, 40)),
                        Map.of());
        assertThat(matched.aliases()).isEqualTo(Map.of(key("w"), new UniqueId("a")));
        assertThat(matched.ambiguous()).containsExactly("b - 20", "c - 20");
        assertThat(matched.unmatched()).containsExactly("d - 30");
    }

    @Test
    void octetsThatContradictTheOrderDecideNothing() {
        Matched matched =
                Matching.of(
                        list("a - 10", "b - 20", "c - 30", "d - 40"),
                        List.of(
                                copied("w", 1, 10),
                                copied("x", 9, 20),
                                copied("y", 3, 30),
                                copied("z", 4, 40)),
                        Map.of());
        assertThat(matched.aliases()).containsOnlyKeys(key("w"), key("y"), key("z"));
        assertThat(matched.ambiguous()).containsExactly("b - 20");
    }

    @Test
    void anIdThatStandsTwiceIsNobodys() {
        Matched matched =
                Matching.of(list("a 1 10", "a 2 20"), List.of(copied("x", 1, 10)), Map.of(1L, 1L));
        assertThat(matched.aliases()).isEmpty();
        assertThat(matched.ambiguous()).hasSize(2);
    }

    @Test
    void noMessageGetsTheIdOfAnother() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<CopiedMessage> messages = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (int uid = 1; uid <= 12; uid++) {
                int octets = random.nextInt(9);
                String hash = "h" + random.nextInt(3);
                String id = "m" + uid;
                boolean copied = random.nextInt(5) > 0;
                if (copied) {
                    messages.add(new CopiedMessage(key(id), uid, octets, hash));
                }
                lines.add(id + " - " + octets + " " + hash);
            }
            Collections.shuffle(messages, random);
            Matched matched = Matching.of(list(lines.toArray(String[]::new)), messages, Map.of());
            matched.aliases()
                    .forEach(
                            (key, id) ->
                                    assertThat(id.value())
                                            .as("seed %s", seed)
                                            .isEqualTo(key.value()));
            assertThat(
                            matched.aliases().size()
                                    + matched.ambiguous().size()
                                    + matched.unmatched().size())
                    .as("seed %s", seed)
                    .isEqualTo(lines.size());
        }
    }

    @Test
    void theLongestRunIsAsLongAsASlowSearchFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Long> numbers =
                    random.longs(random.nextInt(10), 0, 20).distinct().boxed().toList();
            List<Long> run = LongestRun.of(numbers).stream().mapToObj(numbers::get).toList();
            assertThat(run).as("seed %s", seed).isSorted();
            assertThat(run.size()).as("seed %s", seed).isEqualTo(slow(numbers));
        }
    }

    private static int slow(List<Long> numbers) {
        return IntStream.range(0, 1 << numbers.size())
                .filter(
                        chosen -> {
                            List<Long> some =
                                    IntStream.range(0, numbers.size())
                                            .filter(bit -> (chosen >> bit & 1) == 1)
                                            .mapToObj(numbers::get)
                                            .toList();
                            return some.equals(some.stream().sorted().toList());
                        })
                .map(Integer::bitCount)
                .max()
                .orElse(0);
    }

    private static OldList list(String... lines) {
        return ListFormat.PLAIN.read(String.join("\n", Stream.of(lines).toList()));
    }

    private static CopiedMessage copied(String key, long uid, long octets) {
        return new CopiedMessage(key(key), uid, octets, "");
    }

    private static MessageKey key(String text) {
        return new MessageKey(text);
    }
}
