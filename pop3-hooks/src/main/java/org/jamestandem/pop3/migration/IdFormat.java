package org.jamestandem.pop3.migration;

/**
 * How servers make a unique-id from a message's UID and its folder's UIDVALIDITY: for maildrops
 * whose UIDs came along.
 */
public enum IdFormat {
    /** Stock James: the bare UID. */
    JAMES,
    /** Dovecot's default, {@code %08Xu%08Xv}. */
    DOVECOT,
    /** Courier, {@code UIDnumber-uidvalidity}. */
    COURIER,
    /** Cyrus since 2.1.4, {@code uidvalidity.uid}. */
    CYRUS;

    /** What such a server calls the message. */
    public String of(long uid, long uidValidity) {
        return switch (this) {
            case JAMES -> Long.toString(uid);
            case DOVECOT -> "%08X%08X".formatted(uid, uidValidity);
            case COURIER -> "UID" + uid + "-" + uidValidity;
            case CYRUS -> uidValidity + "." + uid;
        };
    }
}
