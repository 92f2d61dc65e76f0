package org.jamestandem.kernel.settings;

/**
 * A configured value that cannot be used. The message is meant for the operator and stops the
 * start.
 */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidSetting(String message) {
        super(message);
    }

    /**
     * A value that has not the form it should have.
     *
     * @param place where it stands, such as {@code tandem.xml: tandem/pop3/policy/on-delete}
     * @param value what stands there
     * @param expected what may stand there, in words
     * @param example a line that is right
     */
    public static InvalidSetting badValue(
            String place, String value, String expected, String example) {
        return new InvalidSetting(
                "%s = '%s' is not valid; expected %s, for example %s"
                        .formatted(place, value, expected, example));
    }
}
