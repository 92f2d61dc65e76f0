package org.jamestandem.benchmarks.client;

import java.util.List;

/**
 * What a server answered to one command.
 *
 * @param ok whether it did what was asked
 * @param status the line that says so
 * @param lines the lines before it (IMAP) or behind it (POP3), literals left out
 * @param octets the size of all of it
 */
public record Reply(boolean ok, String status, List<String> lines, long octets) {
    public Reply {
        lines = List.copyOf(lines);
    }
}
