package org.jamestandem.pop3.maildrop;

/** The reader may open its maildrop, but not now. */
public final class MaildropBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Lease.Purpose purpose;

    MaildropBusy(Lease.Purpose purpose) {
        super(purpose.name(), null, false, false);
        this.purpose = purpose;
    }

    /** What the reader has to wait for. */
    public Lease.Purpose purpose() {
        return purpose;
    }
}
