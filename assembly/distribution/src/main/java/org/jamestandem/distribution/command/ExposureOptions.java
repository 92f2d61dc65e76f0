package org.jamestandem.distribution.command;

import java.util.Optional;
import org.jamestandem.distribution.listeners.Exposure;
import picocli.CommandLine.Option;

/** The options that say where the listeners are and who stands before them. */
final class ExposureOptions {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Added to the port of every listener (default: ${DEFAULT-VALUE}).")
    private int offset;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "Where IMAP, POP3 and SMTP listen, in place of the addresses in their files;"
                            + " 0.0.0.0 is everywhere. On another address than loopback passwords"
                            + " are taken over TLS only.")
    private String address;

    @Option(
            names = "--proxy-protocol",
            description =
                    "IMAP, POP3 and SMTP expect a PROXY header from a balancer at the start of"
                            + " each connection, and take the client's address from it.")
    private boolean proxied;

    Exposure exposure() {
        return new Exposure(offset, Optional.ofNullable(address), proxied);
    }
}
