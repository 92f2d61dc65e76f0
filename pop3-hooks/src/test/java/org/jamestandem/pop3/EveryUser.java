package org.jamestandem.pop3;

import java.lang.reflect.Proxy;
import org.apache.james.core.Username;
import org.apache.james.user.api.UsersRepository;

/** A users repository in which everybody is a user whose name has neither a plus nor a colon. */
public final class EveryUser {
    private EveryUser() {}

    /** It answers nothing but whether there is such a user. */
    public static UsersRepository repository() {
        return (UsersRepository)
                Proxy.newProxyInstance(
                        EveryUser.class.getClassLoader(),
                        new Class<?>[] {UsersRepository.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("contains")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            return ((Username) arguments[0])
                                    .getLocalPart()
                                    .chars()
                                    .noneMatch(c -> c == '+' || c == ':');
                        });
    }
}
