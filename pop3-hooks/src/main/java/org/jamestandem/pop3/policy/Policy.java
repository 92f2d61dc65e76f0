package org.jamestandem.pop3.policy;

import java.util.EnumSet;
import java.util.Set;

/** Everything that holds for one reader, with every option decided. */
public record Policy(DeleteRule onDelete, RetrieveRule onRetrieve, Expiry expiry) {
    /** What holds without a {@code tandem.xml}: what stock James does. */
    public static final Policy STOCK =
            new Policy(DeleteRule.CLASSIC, RetrieveRule.KEEP, Expiry.NEVER);

    /**
     * What happens to a message at QUIT.
     *
     * @param retrieved whether RETR sent it
     * @param deleted whether it is marked as deleted
     */
    public Set<Disposition> atQuit(boolean retrieved, boolean deleted) {
        Set<Disposition> dispositions = EnumSet.noneOf(Disposition.class);
        if (deleted) {
            dispositions.add(onDelete.disposition());
        }
        if (retrieved && onRetrieve == RetrieveRule.SEEN) {
            dispositions.add(Disposition.SEE);
        }
        if (dispositions.contains(Disposition.EXPUNGE)) {
            dispositions.remove(Disposition.SEE);
        }
        return dispositions;
    }

    /** Whether messages that a reader deleted stay for ever without anybody having said so. */
    boolean fillsQuotasSilently() {
        return onDelete == DeleteRule.HIDE && expiry == Expiry.NEVER;
    }
}
