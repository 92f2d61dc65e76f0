package org.jamestandem.imap.acl.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.Set;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.jamestandem.imap.acl.GroupMembership;
import org.jamestandem.imap.acl.LastKnownGroups;
import org.jamestandem.imap.acl.LdapGroupSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapGroupsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PEOPLE = "ou=people,dc=x,dc=example";
    private static final String GROUPS = "ou=groups,dc=x,dc=example";
    private static final String ADMIN = "cn=admin,dc=x,dc=example";

    private InMemoryDirectoryServer directory;
    private GroupMembership groups;

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=x,dc=example");
        config.addAdditionalBindCredentials(ADMIN, "secret");
        config.setSchema(null);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("plain", 0));
        directory = new InMemoryDirectoryServer(config);
        directory.startListening();
        directory.add("dn: dc=x,dc=example", "objectClass: domain", "dc: x");
        directory.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        directory.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
        for (String user : new String[] {"anna", "bob"}) {
            directory.add(
                    "dn: cn=" + user + " it," + PEOPLE,
                    "objectClass: inetOrgPerson",
                    "cn: " + user,
                    "uid: " + user + "@x.example");
        }
        groups = groups("member");
    }

    @AfterEach
    void stop() {
        directory.shutDown(true);
    }

    private GroupMembership groups(String member) {
        BaseHierarchicalConfiguration users = new BaseHierarchicalConfiguration();
        users.addProperty("[@ldapHost]", "ldap://127.0.0.1:" + directory.getListenPort());
        users.addProperty("[@principal]", ADMIN);
        users.addProperty("[@credentials]", "secret");
        users.addProperty("[@userBase]", PEOPLE);
        users.addProperty("[@userIdAttribute]", "uid");
        return new LdapGroups(new LdapGroupSettings(GROUPS, "x.example", "cn", member), users);
    }

    private void group(String name, String attribute, String member) throws Exception {
        directory.add(
                "dn: cn=" + name + "," + GROUPS,
                "objectClass: groupOfNames",
                "cn: " + name,
                attribute + ": " + member);
    }

    private static Set<String> of(GroupMembership groups, String user) {
        return groups.groupsOf(user).block(PATIENCE);
    }

    @Test
    void membersAreNamedByDistinguishedName() throws Exception {
        group("Sales", "member", "cn=bob it," + PEOPLE);

        assertThat(of(groups, "bob@x.example")).containsExactly("sales@x.example");
        assertThat(of(groups, "anna@x.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bob@x.example", "bob"})
    void membersAreNamedByLoginNameToo(String member) throws Exception {
        group("staff", "memberUid", member);

        assertThat(of(groups("memberUid"), "bob@x.example")).containsExactly("staff@x.example");
    }

    @Test
    void aLocalPartMeansNobodyOfAnotherDomain() throws Exception {
        group("staff", "memberUid", "bob");

        assertThat(of(groups("memberUid"), "bob@other.example")).isEmpty();
    }

    @Test
    void groupsWithinGroupsCountAndMayGoInCircles() throws Exception {
        group("inner", "member", "cn=bob it," + PEOPLE);
        group("outer", "member", "cn=inner," + GROUPS);
        group("outermost", "member", "cn=outer," + GROUPS);
        directory.modify(
                "dn: cn=inner," + GROUPS,
                "changetype: modify",
                "add: member",
                "member: cn=outermost," + GROUPS);

        assertThat(of(groups, "bob@x.example"))
                .containsExactlyInAnyOrder(
                        "inner@x.example", "outer@x.example", "outermost@x.example");
    }

    @Test
    void namesWithSpecialCharactersAreOnlyNames() throws Exception {
        group("sales", "member", "cn=bob it," + PEOPLE);

        assertThat(of(groups, "*")).isEmpty();
        assertThat(of(groups, "bob)(uid=*@x.example")).isEmpty();
        assertThat(groups.exists("*@x.example").block(PATIENCE)).isFalse();
    }

    @Test
    void groupsExistInTheirDomainAlone() throws Exception {
        group("sales", "member", "cn=bob it," + PEOPLE);

        assertThat(groups.exists("sales@x.example").block(PATIENCE)).isTrue();
        assertThat(groups.exists("sales@other.example").block(PATIENCE)).isFalse();
        assertThat(groups.exists("nobody@x.example").block(PATIENCE)).isFalse();
    }

    @Test
    void whenTheDirectoryIsAwayTheLastKnownGroupsHold() throws Exception {
        group("sales", "member", "cn=bob it," + PEOPLE);
        GroupMembership lenient = new LastKnownGroups(groups);
        assertThat(of(lenient, "bob@x.example")).containsExactly("sales@x.example");
        directory.shutDown(true);

        assertThat(of(lenient, "bob@x.example")).containsExactly("sales@x.example");
        assertThat(of(lenient, "anna@x.example")).isEmpty();
        assertThatThrownBy(() -> lenient.exists("sales@x.example").block(PATIENCE))
                .hasCauseInstanceOf(LDAPException.class);
    }

    @Test
    void aDirectoryThatComesBackIsAskedAgain() throws Exception {
        group("sales", "member", "cn=bob it," + PEOPLE);
        GroupMembership lenient = new LastKnownGroups(groups);
        of(lenient, "bob@x.example");
        directory.shutDown(false);
        of(lenient, "bob@x.example");
        directory.startListening();
        directory.delete("cn=sales," + GROUPS);

        assertThat(of(lenient, "bob@x.example")).isEmpty();
    }

    @Test
    void withoutADirectoryInUsersrepositoryThereIsNothingToAsk() {
        assertThatThrownBy(
                        () ->
                                new LdapGroups(
                                        new LdapGroupSettings(GROUPS, "x.example", "cn", "member"),
                                        new BaseHierarchicalConfiguration()))
                .hasMessageContaining("ldapHost");
    }
}
