package org.jamestandem.pop3.session.james;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.ExtensibleHandler;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.CapaCapability;

/** CAPA (RFC 2449 §5): ours, and what other handlers of the chain add. */
final class CapaCommand extends Command implements ExtensibleHandler {
    private List<CapaCapability> sources = List.of();

    @Inject
    CapaCommand(MetricFactory metrics) {
        super(metrics, "CAPA");
    }

    @Override
    Response reply(POP3Session session, Arguments arguments) {
        Set<String> lines = new LinkedHashSet<>();
        sources.forEach(source -> lines.addAll(source.getImplementedCapabilities(session)));
        POP3Response response =
                new POP3Response(POP3Response.OK_RESPONSE, "capability list follows");
        lines.forEach(response::appendLine);
        response.appendLine(".");
        return response;
    }

    @Override
    public List<Class<?>> getMarkerInterfaces() {
        return List.of(CapaCapability.class);
    }

    @Override
    public void wireExtensions(Class<?> marker, List<?> handlers) {
        if (CapaCapability.class.equals(marker)) {
            sources = handlers.stream().map(CapaCapability.class::cast).toList();
        }
    }
}
