package org.jamestandem.imap.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields of an envelope whose addresses can be searched (RFC 3501 §6.4.4). */
public enum AddressField {
    BCC,
    CC,
    FROM,
    TO;

    /** The field of that name, in any case. */
    public static Optional<AddressField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** As it stands in {@link HeaderLine#name}. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
