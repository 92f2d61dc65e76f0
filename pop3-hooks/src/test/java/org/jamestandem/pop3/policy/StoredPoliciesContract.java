package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.jamestandem.pop3.reader.Device;
import org.junit.jupiter.api.Test;

/** What every {@link StoredPolicies} keeps to. */
public interface StoredPoliciesContract {
    Duration PATIENCE = Duration.ofSeconds(60);
    Username ANNA = Username.of("anna@example.org");
    PolicyScope USER = new PolicyScope.OfUser(ANNA);
    PolicyScope OWN = new PolicyScope.Own(ANNA);
    PolicyScope LAPTOP = new PolicyScope.OfDevice(ANNA, new Device("laptop"));
    PolicyScope DOMAIN = new PolicyScope.OfDomain(Domain.of("example.org"));
    PolicyLayer LAYER =
            new PolicyLayer(
                    List.of(
                            DeleteRule.HIDE,
                            new Folders(List.of(FolderName.INBOX, new FolderName("Čeština"))),
                            new Expiry.After(
                                    Duration.ofDays(30),
                                    Expiry.When.HIDDEN,
                                    Disposition.moveTo(new FolderName("Old")),
                                    true)));

    /** With nothing in it. */
    StoredPolicies policies();

    @Test
    default void nothingIsStoredAtFirst() {
        assertThat(policies().chain(LAPTOP).block(PATIENCE)).isEmpty();
        assertThat(policies().of(USER).block(PATIENCE)).isEqualTo(PolicyLayer.EMPTY);
    }

    @Test
    default void whatIsStoredIsReadAsItWas() {
        for (PolicyScope scope : List.of(PolicyScope.DEFAULT, DOMAIN, USER, OWN, LAPTOP)) {
            policies().store(scope, LAYER).block(PATIENCE);
            assertThat(policies().of(scope).block(PATIENCE)).isEqualTo(LAYER);
        }
        assertThat(policies().chain(LAPTOP).block(PATIENCE))
                .isEqualTo(
                        Map.of(
                                PolicyScope.DEFAULT,
                                LAYER,
                                DOMAIN,
                                LAYER,
                                USER,
                                LAYER,
                                OWN,
                                LAYER,
                                LAPTOP,
                                LAYER));
    }

    @Test
    default void aChainHoldsItsOwnScopesOnly() {
        policies().store(LAPTOP, LAYER).block(PATIENCE);
        policies().store(OWN, LAYER).block(PATIENCE);
        policies().store(new PolicyScope.OfUser(Username.of("bob@example.org")), LAYER).block();
        assertThat(policies().chain(USER).block(PATIENCE)).isEmpty();
        assertThat(policies().chain(OWN).block(PATIENCE)).containsOnlyKeys(OWN);
    }

    @Test
    default void everythingOfAUserIsFound() {
        PolicyLayer other = new PolicyLayer(List.of(RetrieveRule.SEEN));
        policies().store(USER, LAYER).block(PATIENCE);
        policies().store(OWN, other).block(PATIENCE);
        policies().store(LAPTOP, LAYER).block(PATIENCE);
        policies().store(DOMAIN, LAYER).block(PATIENCE);
        policies().store(USER.of(Username.of("bob@example.org")), other).block(PATIENCE);
        assertThat(policies().ofUser(ANNA).block(PATIENCE))
                .isEqualTo(Map.of(USER, LAYER, OWN, other, LAPTOP, LAYER));
        assertThat(policies().ofUser(Username.of("carol@example.org")).block(PATIENCE)).isEmpty();
    }

    @Test
    default void theLastLayerCountsAndARemovedOneIsGone() {
        PolicyLayer other = new PolicyLayer(List.of(RetrieveRule.SEEN));
        policies().store(USER, LAYER).block(PATIENCE);
        policies().store(USER, other).block(PATIENCE);
        assertThat(policies().of(USER).block(PATIENCE)).isEqualTo(other);
        for (int twice = 0; twice < 2; twice++) {
            policies().remove(USER).block(PATIENCE);
        }
        assertThat(policies().of(USER).block(PATIENCE)).isEqualTo(PolicyLayer.EMPTY);
    }

    @Test
    default void announcementsAddUp() {
        for (String line : List.of("EXPIRE 3", "EXPIRE NEVER", "EXPIRE 3")) {
            policies().announce(line).block(PATIENCE);
        }
        assertThat(policies().announced().collectList().block(PATIENCE))
                .containsExactlyInAnyOrder("EXPIRE 3", "EXPIRE NEVER");
        assertThat(policies().chain(LAPTOP).block(PATIENCE)).isEmpty();
    }
}
