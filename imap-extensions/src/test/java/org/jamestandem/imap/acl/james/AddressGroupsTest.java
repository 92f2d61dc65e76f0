package org.jamestandem.imap.acl.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.apache.james.rrt.lib.Mapping;
import org.apache.james.rrt.lib.MappingSource;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.junit.jupiter.api.Test;

class AddressGroupsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MemoryRecipientRewriteTable addresses = new MemoryRecipientRewriteTable();
    private final AddressGroups groups = new AddressGroups(addresses);

    @Test
    void aMemberOfAnAddressGroupIsInIt() {
        addresses.addMapping(source("sales@tandem.example"), Mapping.group("bob@tandem.example"));

        assertThat(of("bob@tandem.example")).containsExactly("sales@tandem.example");
        assertThat(of("carol@tandem.example")).isEmpty();
    }

    @Test
    void membersOfAMemberAreIn() {
        addresses.addMapping(source("all@tandem.example"), Mapping.group("sales@tandem.example"));
        addresses.addMapping(source("sales@tandem.example"), Mapping.group("bob@tandem.example"));

        assertThat(of("bob@tandem.example"))
                .containsExactlyInAnyOrder("sales@tandem.example", "all@tandem.example");
    }

    @Test
    void groupsThatContainEachOtherEnd() {
        addresses.addMapping(source("a@tandem.example"), Mapping.group("b@tandem.example"));
        addresses.addMapping(source("b@tandem.example"), Mapping.group("a@tandem.example"));
        addresses.addMapping(source("b@tandem.example"), Mapping.group("bob@tandem.example"));

        assertThat(of("bob@tandem.example"))
                .containsExactlyInAnyOrder("a@tandem.example", "b@tandem.example");
    }

    @Test
    void aliasesAndForwardsAreNoGroups() {
        addresses.addMapping(source("robert@tandem.example"), Mapping.alias("bob@tandem.example"));
        addresses.addMapping(source("old@tandem.example"), Mapping.forward("bob@tandem.example"));

        assertThat(of("bob@tandem.example")).isEmpty();
        assertThat(exists("robert@tandem.example")).isFalse();
        assertThat(exists("old@tandem.example")).isFalse();
    }

    @Test
    void anAddressWithMembersIsAGroup() {
        addresses.addMapping(source("sales@tandem.example"), Mapping.group("bob@tandem.example"));

        assertThat(exists("sales@tandem.example")).isTrue();
        assertThat(exists("bob@tandem.example")).isFalse();
    }

    @Test
    void withoutADomainThereAreNoGroups() {
        assertThat(of("bob")).isEmpty();
        assertThat(exists("sales")).isFalse();
    }

    private Set<String> of(String user) {
        return groups.groupsOf(user).block(PATIENCE);
    }

    private boolean exists(String group) {
        return groups.exists(group).block(PATIENCE);
    }

    private static MappingSource source(String address) {
        return MappingSource.parse(address);
    }
}
