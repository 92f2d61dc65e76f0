package org.jamestandem.imap.login.james;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.jamestandem.kernel.login.LoginNames;

/**
 * James' mailboxes, for whom {@code user+device} is the user: mail clients use one login name for
 * reading and sending, and some share it between POP3 and IMAP.
 */
final class DeviceLogins implements InvocationHandler {
    private final MailboxManager mailboxes;
    private final LoginNames names;

    private DeviceLogins(MailboxManager mailboxes, LoginNames names) {
        this.mailboxes = mailboxes;
        this.names = names;
    }

    static MailboxManager on(MailboxManager mailboxes, LoginNames names) {
        return (MailboxManager)
                Proxy.newProxyInstance(
                        DeviceLogins.class.getClassLoader(),
                        new Class<?>[] {MailboxManager.class},
                        new DeviceLogins(mailboxes, names));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (isLogin(method)) {
            Username user = names.blockingOf((Username) arguments[0]).user();
            return mailboxes.authenticate(user, (String) arguments[1]);
        }
        try {
            return method.invoke(mailboxes, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isLogin(Method method) {
        return method.getName().equals("authenticate") && method.getParameterCount() == 2;
    }
}
