package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.core.Username;
import org.assertj.core.api.AbstractStringAssert;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.JsonSettings;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.pop3.TestSettings;
import org.jamestandem.pop3.reader.Device;
import org.jamestandem.pop3.reader.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySettingsTest {
    private static final String HIDE =
            "<on-delete>hide</on-delete><expire acknowledge=\"quota-may-fill\">never</expire>";

    @Test
    void withoutSettingsTheServerDoesWhatStockJamesDoes() {
        assertThat(read("").of(reader("anna@example.org"))).isEqualTo(Policy.STOCK);
    }

    @Test
    void userGoesBeforeDomainAndDomainBeforeDefault() {
        Policies policies =
                read(
                        """
                        <policy>%s</policy>
                        <domain name="b.example"><policy><on-delete>classic</on-delete></policy></domain>
                        <user name="eve@b.example"><policy><on-delete>hide</on-delete></policy></user>
                        """
                                .formatted(HIDE));

        assertThat(onDelete(policies, "anna@a.example")).isEqualTo(DeleteRule.HIDE);
        assertThat(onDelete(policies, "bob@b.example")).isEqualTo(DeleteRule.CLASSIC);
        assertThat(onDelete(policies, "eve@b.example")).isEqualTo(DeleteRule.HIDE);
    }

    @Test
    void everyOptionIsInheritedByItself() {
        Policies policies =
                read(
                        """
                        <policy><on-retrieve>seen</on-retrieve></policy>
                        <domain name="b.example"><policy>%s</policy></domain>
                        <user name="eve@b.example"><policy><on-retrieve>keep</on-retrieve></policy></user>
                        """
                                .formatted(HIDE));

        assertThat(policies.of(reader("bob@b.example")))
                .isEqualTo(
                        Policy.STOCK.with(
                                List.of(
                                        DeleteRule.HIDE,
                                        RetrieveRule.SEEN,
                                        Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL)));
        assertThat(policies.of(reader("eve@b.example")))
                .isEqualTo(
                        Policy.STOCK.with(
                                List.of(DeleteRule.HIDE, Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL)));
    }

    @Test
    void namesAreComparedAsJamesComparesThem() {
        Policies policies =
                read("<user name=\"Anna@Example.ORG\"><policy>" + HIDE + "</policy></user>");

        assertThat(onDelete(policies, "anna@example.org")).isEqualTo(DeleteRule.HIDE);
    }

    @Test
    void hideWithoutExpiryMustBeMeant() {
        assertRefused("<policy><on-delete>hide</on-delete></policy>")
                .isEqualTo(
                        "tandem.xml: tandem/pop3/policy: on-delete = hide keeps what POP3 clients"
                            + " delete, and with expire = never quotas fill without end; choose an"
                            + " expiry, or say that it is meant with acknowledge = quota-may-fill"
                            + " beside never");
        assertRefused("<policy><on-delete>hide</on-delete><expire>never</expire></policy>")
                .contains("acknowledge = quota-may-fill");
    }

    @Test
    void hideIsCheckedWhereItTakesEffect() {
        assertRefused(
                        "<domain"
                            + " name=\"b.example\"><policy><on-delete>hide</on-delete></policy></domain>")
                .startsWith("tandem.xml: tandem/pop3/domain/policy: ");
        assertRefused(
                        """
                        <policy>%s</policy>
                        <user name="eve"><policy><expire>never</expire></policy></user>
                        """
                                .formatted(HIDE))
                .startsWith("tandem.xml: tandem/pop3/user/policy: ");
    }

    @Test
    void aNameMayStandOnlyOnce() {
        assertRefused("<domain name=\"b.example\"/><domain name=\"B.Example\"/>")
                .isEqualTo(
                        "tandem.xml: tandem/pop3/domain: name=\"B.Example\" stands here more than"
                                + " once");
        assertRefused("<user name=\"eve@b.example\"/><user name=\"EVE@b.example\"/>")
                .contains("more than once");
    }

    @Test
    void aNameMustBeLegalAndThere() {
        assertRefused("<user name=\"a@b@c\"/>")
                .isEqualTo(
                        "tandem.xml: tandem/pop3/user[@name] = 'a@b@c' is not valid; expected a"
                                + " user name, for example name=\"anna@example.org\"");
        assertRefused("<domain name=\"-x-\"/>").contains("a mail domain");
        assertRefused("<domain/>").contains("the attribute name is missing");
    }

    @Test
    void aDeviceGoesBeforeItsUser() {
        Policies policies =
                read(
                        """
                        <user name="eve@b.example">
                          <policy>%s</policy>
                          <device name="Laptop"><policy><on-delete>classic</on-delete></policy></device>
                        </user>
                        """
                                .formatted(HIDE));

        Username eve = Username.of("eve@b.example");
        assertThat(policies.of(new Reader(eve, new Device("laptop"))).onDelete())
                .isEqualTo(DeleteRule.CLASSIC);
        assertThat(policies.of(Reader.of(eve)).onDelete()).isEqualTo(DeleteRule.HIDE);
    }

    @Test
    void aStoredLayerGoesBeforeTheOneOfTheFileForTheSameScope() {
        Policies policies =
                read(
                        """
                        <policy><on-retrieve>seen</on-retrieve></policy>
                        <user name="eve@b.example"><policy><on-retrieve>trash</on-retrieve></policy></user>
                        """);
        Username eve = Username.of("eve@b.example");
        PolicyScope scope = PolicyScope.of(Reader.of(eve));

        assertThat(onRetrieve(policies.of(scope, stored(PolicyScope.DEFAULT))))
                .isEqualTo(RetrieveRule.TRASH);
        assertThat(onRetrieve(policies.of(scope, stored(new PolicyScope.OfUser(eve)))))
                .isEqualTo(RetrieveRule.KEEP);
        assertThat(onRetrieve(policies.of(scope, stored(new PolicyScope.Own(eve)))))
                .isEqualTo(RetrieveRule.KEEP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<access>off</access>",
                "<offer>all</offer>",
                "<offer>untaken</offer>",
                "<offer>since 2026-01-31</offer>",
                "<offer>recent 30d</offer>",
                "<folders>INBOX</folders>",
                "<folders>INBOX, Junk, Lists.James</folders>",
                "<on-retrieve>keep</on-retrieve>",
                "<on-retrieve>seen</on-retrieve>",
                "<on-retrieve>move Read by POP3</on-retrieve>",
                "<on-retrieve>trash</on-retrieve>",
                "<on-retrieve>delete</on-retrieve>",
                "<on-delete>classic</on-delete>",
                "<on-delete>hide</on-delete>",
                "<on-delete>hide-all</on-delete>",
                "<on-delete>move Old</on-delete>",
                "<on-delete>trash</on-delete>",
                "<expire>never</expire>",
                "<expire acknowledge=\"quota-may-fill\">never</expire>",
                "<expire action=\"trash\" when=\"taken\">30d</expire>",
                "<expire action=\"delete\" when=\"taken-by-all\">7d</expire>",
                "<expire action=\"move Old\" unseen=\"expire\" when=\"delivered\">90000s</expire>",
                "<expire action=\"trash\" when=\"hidden\">1d</expire>",
                "<login-delay>90s</login-delay>",
                "<concurrent-sessions>refuse</concurrent-sessions>",
                "<legal-hold>on</legal-hold>"
            })
    void whatIsWrittenIsWhatIsRead(String xml) {
        Settings policy = TestSettings.of("<policy>" + xml + "</policy>");
        PolicyLayer layer = PolicySettings.layer(policy);
        assertThat(layer.options()).hasSize(1);
        assertThat(xmlOf(layer.options().get(0))).isEqualTo(xml);
        assertThat(PolicySettings.layer(JsonSettings.of("request", "policy", json(layer))))
                .isEqualTo(layer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<policy><on-delete/></policy>",
                "<policy><on-delete>seen</on-delete></policy>",
                "<policy><on-delete>expunge</on-delete></policy>",
                "<policy><on-delete>move</on-delete></policy>",
                "<policy><on-delete>move #shared.x</on-delete></policy>",
                "<policy><on-retrieve>hide</on-retrieve></policy>",
                "<policy><on-retrieve>take</on-retrieve></policy>",
                "<policy><expire>30d</expire></policy>",
                "<policy><expire when=\"taken\">0d</expire></policy>",
                "<policy><expire when=\"taken\">-3d</expire></policy>",
                "<policy><expire when=\"taken\">soon</expire></policy>",
                "<policy><expire when=\"read\">30d</expire></policy>",
                "<policy><expire when=\"taken\" action=\"hide\">30d</expire></policy>",
                "<policy><expire when=\"taken\""
                        + " acknowledge=\"quota-may-fill\">30d</expire></policy>",
                "<policy><expire acknowledge=\"yes\">never</expire></policy>",
                "<policy><expire when=\"taken\">never</expire></policy>",
                "<policy><offer>recent 0d</offer></policy>",
                "<policy><offer>recent</offer></policy>",
                "<policy><offer>since yesterday</offer></policy>",
                "<policy><folders>Junk</folders></policy>",
                "<policy><folders>INBOX,</folders></policy>",
                "<policy><folders>INBOX, inbox</folders></policy>",
                "<policy><login-delay>-5s</login-delay></policy>",
                "<policy><login-delay>2d</login-delay></policy>",
                "<policy><concurrent-sessions>maybe</concurrent-sessions></policy>",
                "<policy name=\"x\"/>",
                "<policy/><policy/>",
                "<user name=\"eve\"><device name=\"a+b\"/></user>",
                "<user name=\"eve\"><device name=\"a\"/><device name=\"A\"/></user>",
                "<user name=\"eve\"><on-delete>hide</on-delete></user>"
            })
    void whatCannotBeMeantIsNotAccepted(String pop3) {
        assertRefused(pop3).startsWith("tandem.xml: tandem/pop3");
    }

    private static Map<PolicyScope, PolicyLayer> stored(PolicyScope scope) {
        return Map.of(scope, new PolicyLayer(List.of(RetrieveRule.KEEP)));
    }

    private static RetrieveRule onRetrieve(Policy policy) {
        return policy.onRetrieve();
    }

    private static String xmlOf(PolicyOption option) {
        String name = option.option().word();
        StringBuilder xml = new StringBuilder("<" + name);
        new TreeMap<>(option.words().attributes())
                .forEach((key, value) -> xml.append(" %s=\"%s\"".formatted(key, value)));
        return xml + ">" + option.words().text() + "</" + name + ">";
    }

    private static String json(PolicyLayer layer) {
        try {
            return new ObjectMapper().writeValueAsString(layer.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Policies read(String pop3) {
        return PolicySettings.read(
                TestSettings.of("<tandem><pop3>" + pop3 + "</pop3></tandem>").child("pop3"));
    }

    private static AbstractStringAssert<?> assertRefused(String pop3) {
        return assertThatThrownBy(() -> read(pop3)).isInstanceOf(InvalidSetting.class).message();
    }

    private static DeleteRule onDelete(Policies policies, String user) {
        return policies.of(reader(user)).onDelete();
    }

    private static Reader reader(String user) {
        return Reader.of(Username.of(user));
    }
}
