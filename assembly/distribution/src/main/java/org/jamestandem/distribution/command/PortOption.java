package org.jamestandem.distribution.command;

import picocli.CommandLine.Option;

/** The option that moves every port. */
final class PortOption {
    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Added to the port of every listener (default: ${DEFAULT-VALUE}).")
    private int offset;

    int offset() {
        return offset;
    }
}
