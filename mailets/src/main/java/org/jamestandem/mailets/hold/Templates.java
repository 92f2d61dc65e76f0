package org.jamestandem.mailets.hold;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people read, in their language, out of the Mustache files beside this class. */
public final class Templates {
    private static final String PLAIN = "txt";

    private final MustacheFactory html = new DefaultMustacheFactory();
    private final MustacheFactory plain = new PlainFactory();
    private final Map<String, Mustache> read = new ConcurrentHashMap<>();

    /**
     * @param name such as {@code digest}
     * @param kind {@code html}, in which values are escaped, or {@code txt}
     */
    public String fill(String name, String kind, Language language, Map<String, Object> values) {
        String file = "%s.%s.%s.mustache".formatted(name, language.tag(), kind);
        StringWriter filled = new StringWriter();
        read.computeIfAbsent(file, any -> read(file, kind)).execute(filled, values);
        return filled.toString();
    }

    private Mustache read(String file, String kind) {
        try (InputStream bytes = Templates.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalArgumentException("there is no template " + file);
            }
            Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            return (kind.equals(PLAIN) ? plain : html).compile(text, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves values as they are. */
    private static final class PlainFactory extends DefaultMustacheFactory {
        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
