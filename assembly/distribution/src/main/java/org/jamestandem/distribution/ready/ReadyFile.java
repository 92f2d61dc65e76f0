package org.jamestandem.distribution.ready;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jamestandem.distribution.configuration.PrivateFiles;
import org.jamestandem.distribution.listeners.Listener;
import org.jamestandem.distribution.listeners.Listeners;
import org.jamestandem.distribution.listeners.Service;
import org.jamestandem.distribution.samples.SampleAccount;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/**
 * {@code tandem run --ready-file F}: one JSON object that is there, whole, from the moment the
 * server can be used until it stops. Mode 0600: it holds the password and the token.
 */
public final class ReadyFile implements AutoCloseable {
    private final Path file;

    /** A file left over from another run is removed at once. */
    public ReadyFile(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        Files.deleteIfExists(this.file);
    }

    /** Writes it under another name, then renames it. */
    public void write(
            Listeners listeners, WebadminAccess webadmin, Path authority, List<SampleAccount> users)
            throws IOException {
        ObjectNode ready = new ObjectMapper().createObjectNode();
        ready.put("pid", ProcessHandle.current().pid());
        for (Service service : Service.values()) {
            listeners.first(service).ifPresent(found -> describe(ready, found, webadmin));
        }
        ready.putObject("tls").put("certificate", authority.toString());
        ArrayNode accounts = ready.putArray("accounts");
        for (SampleAccount user : users) {
            accounts.addObject()
                    .put("user", user.user())
                    .put("password", user.password())
                    .put("pop3", user.pop3());
        }
        PrivateFiles.write(file, ready.toPrettyString() + "\n");
    }

    private static void describe(ObjectNode ready, Listener found, WebadminAccess webadmin) {
        ObjectNode place = ready.putObject(found.service().word());
        if (found.service() == Service.WEBADMIN) {
            place.put("url", webadmin.url()).put("token", webadmin.token());
            return;
        }
        Listener listener = found.reachable();
        place.put("host", listener.host()).put("port", listener.port());
    }

    /** Removes it. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
