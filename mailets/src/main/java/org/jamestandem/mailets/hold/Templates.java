package org.jamestandem.mailets.hold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jamestandem.mailets.settings.Template;

/** What people read, in their language, out of the Mustache files beside this class. */
public final class Templates {
    private static final String PLAIN = "txt";

    private final Map<String, Template> read = new ConcurrentHashMap<>();

    /**
     * @param name such as {@code digest}
     * @param kind {@code html}, in which values are escaped, or {@code txt}
     */
    public String fill(String name, String kind, Language language, Map<String, Object> values) {
        String file = "%s.%s.%s.mustache".formatted(name, language.tag(), kind);
        return read.computeIfAbsent(file, any -> read(file, kind)).fill(values);
    }

    private static Template read(String file, String kind) {
        try (InputStream bytes = Templates.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("there is no template " + file);
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return kind.equals(PLAIN) ? Template.plain(text) : Template.html(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
