package org.jamestandem.imap.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.XMLConfiguration;
import org.apache.commons.configuration2.io.FileHandler;
import org.jamestandem.imap.sharing.Namespaces;
import org.jamestandem.imap.sharing.SharingSettings;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclSettingsTest {
    private static AclSettings read(String acl) throws Exception {
        XMLConfiguration xml = new XMLConfiguration();
        new FileHandler(xml).load(new StringReader("<tandem><acl>" + acl + "</acl></tandem>"));
        Settings root =
                Settings.of("tandem.xml", xml.getNodeModel().getNodeHandler().getRootNode());
        return AclSettings.read(root.child(AclSettings.SECTION));
    }

    private static StandingEntry standing(String mailboxes, String identifier, String rights) {
        return new StandingEntry(
                mailboxes, new Grant(Identifier.parse(identifier), Rights.parse(rights)));
    }

    @Test
    void withoutSettingsEverythingHasItsDefault() throws Exception {
        assertThat(read(""))
                .isEqualTo(
                        new AclSettings(
                                new SharingSettings(Namespaces.DEFAULT, 1_000),
                                Tenancies.NONE,
                                Map.of(),
                                Optional.empty(),
                                StandingEntries.NONE,
                                StandingEntries.NONE));
    }

    @Test
    void everythingCanBeSet() throws Exception {
        assertThat(
                        read(
                                """
                                <other-users>#others.</other-users>
                                <shared>#all.</shared>
                                <public-account>office</public-account>
                                <listed-public>5</listed-public>
                                <tenancy>A.example, b.example</tenancy>
                                <group name='Board@a.example'>Anna@a.example, $sales@a.example</group>
                                <ldap-groups base='ou=groups,dc=a' domain='A.example'
                                             name='ou' member='memberUid'/>
                                <override mailbox='*/Legal*' for='-anyone'>xte</override>
                                <default mailbox='*@a.example/INBOX' for='$it@a.example'>lr</default>
                                """))
                .isEqualTo(
                        new AclSettings(
                                new SharingSettings(
                                        new Namespaces("#others.", "#all.", "office"), 5),
                                new Tenancies(List.of(Set.of("a.example", "b.example"))),
                                Map.of(
                                        "board@a.example",
                                        Set.of("anna@a.example", "$sales@a.example")),
                                Optional.of(
                                        new LdapGroupSettings(
                                                "ou=groups,dc=a", "a.example", "ou", "memberUid")),
                                new StandingEntries(
                                        List.of(standing("*/Legal*", "-anyone", "xte"))),
                                new StandingEntries(
                                        List.of(
                                                standing(
                                                        "*@a.example/INBOX",
                                                        "$it@a.example",
                                                        "lr")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<other-users>user.</other-users> | tandem.xml: tandem/acl/other-users = 'user.' is"
                        + " not valid",
                "<shared>#user.</shared> | tandem.xml: tandem/acl: <other-users> and <shared> are"
                        + " both '#user.'",
                "<public-account>a@b</public-account> | tandem/acl/public-account = 'a@b' is not"
                        + " valid",
                "<listed-public>-1</listed-public> | tandem/acl/listed-public = '-1' is not valid",
                "<tenancy>a</tenancy><tenancy>b, a</tenancy> | a domain stands in two <tenancy>"
                        + " elements",
                "<tenancy>a@b</tenancy> | tandem/acl/tenancy = 'a@b' is not valid",
                "<group>bob@a</group> | tandem/acl/group: the attribute name is missing",
                "<group name='x@a'>anyone</group> | tandem/acl/group = 'anyone' is not valid",
                "<ldap-groups domain='a'/> | tandem/acl/ldap-groups: the attribute base is missing",
                "<ldap-groups base='groups' domain='a'/> | tandem/acl/ldap-groups[@base] = 'groups'"
                        + " is not valid",
                "<override mailbox='*/A'>l</override> | tandem/acl/override: the attribute for is"
                        + " missing",
                "<override mailbox='A' for='anyone'>l</override> | tandem/acl/override[@mailbox] ="
                        + " 'A' is not valid",
                "<default mailbox='*/A' for='bob'>l</default> | tandem/acl/default[@for] = 'bob' is"
                        + " not valid",
                "<default mailbox='*/A' for='anyone'>lq</default> | tandem/acl/default = 'lq' is"
                        + " not valid",
                "<namespace/> | <namespace> is not known here"
            })
    void whatIsWrongIsNamed(String acl, String message) {
        assertThatThrownBy(() -> read(acl))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(message);
    }
}
