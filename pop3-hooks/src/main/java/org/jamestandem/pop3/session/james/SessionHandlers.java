package org.jamestandem.pop3.session.james;

import java.util.List;

/** Every handler of a POP3 session, in the order James is to ask them. */
public final class SessionHandlers {
    private SessionHandlers() {}

    /** The classes; James makes one of each for a server. */
    public static List<Class<?>> all() {
        return List.of(
                SequentialDispatcher.class,
                GreetingHandler.class,
                FarewellHandler.class,
                CapaCommand.class,
                Capabilities.class,
                StlsCommand.class,
                Utf8Command.class,
                LangCommand.class,
                AuthCommand.class,
                UserCommand.class,
                PassCommand.class,
                StatCommand.class,
                ListCommand.class,
                UidlCommand.class,
                RetrCommand.class,
                TopCommand.class,
                DeleCommand.class,
                NoopCommand.class,
                RsetCommand.class,
                QuitCommand.class,
                UnknownCommand.class);
    }
}
