package org.jamestandem.imap.search;

import java.time.LocalDate;

/** Where a day lies from the day that a key names. */
public record DateTest(Relation relation, LocalDate day) {
    /** Of the day looked at to the day named. */
    public enum Relation {
        BEFORE,
        ON,
        /** On that day or later. */
        SINCE
    }

    public boolean holdsFor(LocalDate other) {
        return switch (relation) {
            case BEFORE -> other.isBefore(day);
            case ON -> other.equals(day);
            case SINCE -> !other.isBefore(day);
        };
    }
}
