package org.jamestandem.pop3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.james.core.Username;
import org.assertj.core.api.AbstractStringAssert;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.pop3.TestSettings;
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
                        new Policy(
                                DeleteRule.HIDE,
                                RetrieveRule.SEEN,
                                Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL));
        assertThat(policies.of(reader("eve@b.example")))
                .isEqualTo(
                        new Policy(
                                DeleteRule.HIDE,
                                RetrieveRule.KEEP,
                                Expiry.NEVER_THOUGH_QUOTAS_MAY_FILL));
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
                        "tandem.xml: tandem/pop3/policy: <on-delete>hide</on-delete> keeps what"
                            + " POP3 clients delete, and without an expiry quotas fill without end;"
                            + " if that is meant, say so with <expire"
                            + " acknowledge=\"quota-may-fill\">never</expire>");
        assertRefused("<policy><on-delete>hide</on-delete><expire>never</expire></policy>")
                .contains("acknowledge=\"quota-may-fill\"");
    }

    @Test
    void hideIsCheckedWhereItTakesEffect() {
        assertRefused(
                        "<domain"
                            + " name=\"b.example\"><policy><on-delete>hide</on-delete></policy></domain>")
                .startsWith("tandem.xml: tandem/pop3/domain: ");
        assertRefused(
                        """
                        <policy>%s</policy>
                        <user name="eve"><policy><expire>never</expire></policy></user>
                        """
                                .formatted(HIDE))
                .startsWith("tandem.xml: tandem/pop3/user: ");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<policy><on-delete>hide-all</on-delete></policy>",
                "<policy><on-delete/></policy>",
                "<policy><on-retrieve>delete</on-retrieve></policy>",
                "<policy><expire>30d</expire></policy>",
                "<policy><expire acknowledge=\"yes\">never</expire></policy>",
                "<policy><expire when=\"taken\">never</expire></policy>",
                "<policy><offer>all</offer></policy>",
                "<policy><folders>INBOX</folders></policy>",
                "<policy><login-delay>5s</login-delay></policy>",
                "<policy><concurrent-sessions>refuse</concurrent-sessions></policy>",
                "<policy name=\"x\"/>",
                "<policy/><policy/>",
                "<device-separator>+</device-separator>",
                "<user name=\"eve\"><on-delete>hide</on-delete></user>"
            })
    void whatIsNotBuiltIsNotAccepted(String pop3) {
        assertRefused(pop3).startsWith("tandem.xml: tandem/pop3");
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
