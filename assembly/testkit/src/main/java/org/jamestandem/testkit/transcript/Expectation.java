package org.jamestandem.testkit.transcript;

import java.util.Objects;

/** A server line that may, must or can repeatedly come; the pattern still holds its variables. */
record Expectation(int line, Occurrence occurrence, String pattern) {
    Expectation {
        Objects.requireNonNull(occurrence, "occurrence");
        Objects.requireNonNull(pattern, "pattern");
    }

    /** How often the line comes. */
    enum Occurrence {
        ONCE("S: "),
        OPTIONAL("S?: "),
        ANY_NUMBER("S*: "),
        ANY_ORDER("S&: ");

        private final String prefix;

        Occurrence(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        boolean isRequired() {
            return this == ONCE || this == ANY_ORDER;
        }
    }
}
