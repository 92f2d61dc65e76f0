package org.jamestandem.imap.listing;

/**
 * One name in a listing.
 *
 * @param exists whether it is the name of a mailbox, and not only of a level above one
 * @param children whether there are names below it
 */
public record ListedName(String name, boolean exists, boolean children) {}
