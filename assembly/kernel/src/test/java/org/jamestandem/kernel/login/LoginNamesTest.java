package org.jamestandem.kernel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.JsonSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNamesTest {
    private static final Set<String> USERS =
            Set.of("anna@example.org", "anna+real@example.org", "recent:x@example.org", "bob");

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org, ''",
        "anna+laptop@example.org, anna@example.org, laptop",
        "Anna+LapTop_2@Example.org, anna@example.org, laptop_2",
        "anna+real@example.org, anna+real@example.org, ''",
        "anna+real+phone@example.org, anna+real@example.org, phone",
        "bob+phone, bob, phone",
        "recent:anna@example.org, anna@example.org, recent:",
        "RECENT:anna@example.org, anna@example.org, recent:",
        "recent:x@example.org, recent:x@example.org, ''"
    })
    void namesAreTakenApart(String written, String user, String device) {
        assertThat(login("+", written)).isEqualTo(new Login(Username.of(user), device));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna+@example.org",
                "+laptop@example.org",
                "anna+lap top@example.org",
                "anna+*@example.org",
                "anna+laptop@other.example",
                "nobody+laptop@example.org",
                "recent:@example.org",
                "recent:anna+laptop@example.org",
                "nobody@example.org"
            })
    void aNameThatMeansNobodyStaysAsItIs(String written) {
        assertThat(login("+", written)).isEqualTo(new Login(Username.of(written), Login.NO_DEVICE));
    }

    @Test
    void anotherSeparatorTakesTheFirstOnesPlace() {
        assertThat(login("--", "anna--laptop@example.org").device()).isEqualTo("laptop");
        assertThat(login("--", "anna+laptop@example.org").device()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "++++", " ", "@", ".", "_"})
    void whatIsNoSeparatorIsRefused(String separator) {
        String json = "{\"device-separator\":\"" + separator + "\"}";
        assertThatThrownBy(() -> LoginNames.separator(JsonSettings.of("test", "pop3", json)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("device-separator");
    }

    private static Login login(String separator, String written) {
        return new LoginNames(separator, users()).blockingOf(Username.of(written));
    }

    private static UsersRepository users() {
        return (UsersRepository)
                Proxy.newProxyInstance(
                        LoginNamesTest.class.getClassLoader(),
                        new Class<?>[] {UsersRepository.class},
                        (proxy, method, arguments) ->
                                USERS.contains(((Username) arguments[0]).asString()));
    }
}
