package org.jamestandem.pop3.migration;

/**
 * What an import does, or would do.
 *
 * @param messages how many messages the folder has
 * @param downloadedAgain how many of them a client would download again
 * @param opened whether clients have seen the maildrop on this server before
 */
public record Imported(Matched matched, int messages, int downloadedAgain, boolean opened) {}
