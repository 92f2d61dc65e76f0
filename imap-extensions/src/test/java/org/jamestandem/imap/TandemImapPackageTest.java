package org.jamestandem.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.imap.processor.IdleProcessor;
import org.apache.james.imap.processor.SearchProcessor;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;
import org.junit.jupiter.api.Test;

class TandemImapPackageTest {
    private final TandemImapPackage ours = new TandemImapPackage();

    @Test
    void jamesStartsWithOurPackageAndAdvertisesItsCapabilities() throws Exception {
        try (InProcessImap imap = InProcessImap.tandem();
                ImapConnection bob = imap.login("bob")) {
            assertThat(bob.ok("CAPABILITY").get(0)).startsWith("* CAPABILITY ");
        }
    }

    @Test
    void noClassStandsTwiceInAList() {
        for (List<ClassName> list :
                Stream.of(ours.processors(), ours.decoders(), ours.encoders())
                        .map(List::copyOf)
                        .toList()) {
            assertThat(list).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWeDoNotReplaceStaysAsJamesHasIt() {
        Set<Class<?>> replaced =
                TandemImapPackage.FRAGMENTS.stream()
                        .reduce(ImapFragment.EMPTY, ImapFragment::and)
                        .processors()
                        .removed();
        List<ClassName> kept =
                ImapPackage.DEFAULT.processors().stream()
                        .filter(
                                name ->
                                        replaced.stream()
                                                .map(Class::getName)
                                                .noneMatch(name.getName()::equals))
                        .toList();

        assertThat(ours.processors()).containsAll(kept);
    }

    @Test
    void aClassThatJamesDoesNotListCannotBeReplaced() {
        ClassSwap swap = ClassSwap.replace(String.class, IdleProcessor.class);

        assertThatThrownBy(() -> swap.in(ImapPackage.DEFAULT.processors()))
                .hasMessage("not in James' list: java.lang.String");
    }

    @Test
    void twoFeaturesCannotReplaceTheSameClass() {
        ClassSwap one = ClassSwap.replace(IdleProcessor.class, SearchProcessor.class);
        ClassSwap other = ClassSwap.replace(IdleProcessor.class, String.class);

        assertThatThrownBy(() -> one.and(other))
                .hasMessage("replaced twice: " + IdleProcessor.class.getName());
    }
}
