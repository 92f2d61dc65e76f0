package org.jamestandem.mailets.settings;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** A Mustache template. */
public final class Template {
    private final Mustache mustache;

    private Template(Mustache mustache) {
        this.mustache = mustache;
    }

    /** One in which values are escaped as HTML. */
    public static Template html(String text) {
        return new Template(read(new DefaultMustacheFactory(), text));
    }

    /** One in which values stand as they are. */
    public static Template plain(String text) {
        return new Template(read(new PlainFactory(), text));
    }

    /** The text with these values in it. */
    public String fill(Map<String, Object> values) {
        StringWriter filled = new StringWriter();
        mustache.execute(filled, values);
        return filled.toString();
    }

    /**
     * @throws IllegalArgumentException when that is no template
     */
    private static Mustache read(DefaultMustacheFactory factory, String text) {
        Reader reader = new StringReader(text);
        try {
            return factory.compile(reader, "template");
        } catch (MustacheException e) {
            throw new IllegalArgumentException("not a template", e);
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
