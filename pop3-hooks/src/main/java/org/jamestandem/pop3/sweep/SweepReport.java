package org.jamestandem.pop3.sweep;

/**
 * What a look at one maildrop came to.
 *
 * @param messages moved or removed, or in a forecast: that would be
 * @param octets their size together
 * @param waiting whose time is over but which were announced to stay longer
 */
public record SweepReport(long messages, long octets, long waiting) {
    /** Nothing to do. */
    public static final SweepReport NOTHING = new SweepReport(0, 0, 0);
}
