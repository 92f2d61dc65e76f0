package org.jamestandem.kernel.settings;

/**
 * How the text of one setting is read.
 *
 * @param <T> what it is read into
 */
public interface SettingFormat<T> {
    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException when the text has not this format; its message is not shown
     */
    T parse(String text);

    /** What may be written, in words, such as {@code "a duration like 12h or 30d"}. */
    String expected();

    /** One value that is right, such as {@code "30d"}. */
    String example();
}
