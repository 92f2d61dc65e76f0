package org.jamestandem.kernel.settings;

/** How names and correct examples are written in errors. */
enum Notation {
    /** {@code <name>value</name>}. */
    XML("<%s>", "<%1$s>%2$s</%1$s>", "%s=\"%s\""),
    /** {@code "name": "value"}. */
    JSON("\"%s\"", "\"%s\": \"%s\"", "\"%s\": \"%s\""),
    /** Bare names. */
    PLAIN("%s", "%s = %s", "%s = %s");

    private final String element;
    private final String elementAndText;
    private final String attribute;

    Notation(String element, String elementAndText, String attribute) {
        this.element = element;
        this.elementAndText = elementAndText;
        this.attribute = attribute;
    }

    String element(String name) {
        return element.formatted(name);
    }

    String element(String name, String text) {
        return elementAndText.formatted(name, text);
    }

    String attribute(String name, String value) {
        return attribute.formatted(name, value);
    }
}
