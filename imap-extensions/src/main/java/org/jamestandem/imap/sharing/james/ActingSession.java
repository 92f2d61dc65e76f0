package org.jamestandem.imap.sharing.james;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.apache.james.core.Username;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;

/**
 * A session as James' own commands may see it, so that they find another owner's mailbox.
 *
 * <p>James 3.8.1 takes names without a namespace for mailboxes of {@link
 * ImapSession#getUserName()}, and decides by {@link ImapSession#getMailboxSession()} who asks. Here
 * only the first is another.
 */
public final class ActingSession {
    private ActingSession() {}

    /** The session, in which names without a namespace are that owner's. */
    public static ImapSession in(ImapSession session, Username owner) {
        return in(session, owner, UnaryOperator.identity());
    }

    /**
     * The same, and what it selects goes through {@code selection} first.
     *
     * @param selection gives what is to be selected in the place of what James would select
     */
    public static ImapSession in(
            ImapSession session, Username owner, UnaryOperator<SelectedMailbox> selection) {
        return (ImapSession)
                Proxy.newProxyInstance(
                        ImapSession.class.getClassLoader(),
                        new Class<?>[] {ImapSession.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getUserName" -> owner;
                                    case "selected" ->
                                            session.selected(
                                                    selection.apply(
                                                            (SelectedMailbox) arguments[0]));
                                    default -> call(session, method, arguments);
                                });
    }

    private static Object call(ImapSession session, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
