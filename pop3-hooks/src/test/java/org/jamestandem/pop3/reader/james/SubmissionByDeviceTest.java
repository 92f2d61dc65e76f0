package org.jamestandem.pop3.reader.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.user.api.UsersRepository;
import org.jamestandem.kernel.login.LoginNames;
import org.jamestandem.kernel.settings.TandemSettings;
import org.junit.jupiter.api.Test;

class SubmissionByDeviceTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void aDeviceWithTheUsersPasswordIsTheUser() {
        assertThat(login("anna+laptop@example.org", "secret")).isEqualTo(HookReturnCode.ok());
        assertThat(calls)
                .containsExactly("setUsername anna@example.org", "setRelayingAllowed true");
    }

    @Test
    void everyOtherLoginIsLeftToJames() {
        for (String name :
                List.of("anna@example.org", "bob+laptop@example.org", "anna+@example.org")) {
            assertThat(login(name, "secret")).isEqualTo(HookReturnCode.declined());
        }
        assertThat(login("anna+laptop@example.org", "wrong")).isEqualTo(HookReturnCode.declined());
        assertThat(calls).isEmpty();
    }

    private HookReturnCode login(String name, String password) {
        UsersRepository users = proxy(UsersRepository.class, SubmissionByDeviceTest::answer);
        SMTPSession session =
                proxy(
                        SMTPSession.class,
                        (method, arguments) -> {
                            Object value = arguments[0];
                            String text =
                                    value instanceof Username user
                                            ? user.asString()
                                            : value.toString();
                            calls.add(method + " " + text);
                            return null;
                        });
        return new SubmissionByDevice(new LoginNames(TandemSettings.defaults(), users), users)
                .doAuth(session, Username.of(name), password)
                .getResult();
    }

    private static Object answer(String method, Object[] arguments) {
        boolean anna = ((Username) arguments[0]).asString().equals("anna@example.org");
        return method.equals("contains") ? anna : anna && arguments[1].equals("secret");
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
