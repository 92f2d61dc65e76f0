package org.jamestandem.pop3;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.protocols.api.handler.CommandHandlerResultLogger;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.jamestandem.pop3.session.james.SessionHandlers;

/**
 * The {@code coreHandlersPackage} of {@code pop3server.xml}: our commands instead of James'.
 * Handlers that the file names beside it are still asked first. Needs {@link Pop3HooksModule}.
 */
public final class LeaveOnServerHandlers implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return Stream.concat(
                        SessionHandlers.all().stream(), Stream.of(CommandHandlerResultLogger.class))
                .map(Class::getName)
                .toList();
    }
}
