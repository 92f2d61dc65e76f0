package org.jamestandem.distribution.configuration;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.TandemSettings;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a whole {@code conf} folder without starting anything. */
public final class ConfigurationCheck {
    private final ServerConfiguration configuration;

    public ConfigurationCheck(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Every XML file is well formed, every listener has an address, every named class exists and
     * {@code tandem.xml} holds known elements only.
     *
     * @return the settings of {@code tandem.xml}
     * @throws InvalidSetting saying what is wrong, and where
     */
    public TandemSettings perform() throws IOException, ConfigurationException {
        Path conf = configuration.folders().conf();
        if (!Files.isDirectory(conf)) {
            throw new InvalidSetting(
                    conf + " is no folder; expected one with imapserver.xml and the other files");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(conf, "*.xml")) {
            for (Path file : files) {
                wellFormed(file);
            }
        }
        if (configuration.listeners().all().isEmpty()) {
            throw new InvalidSetting(conf + ": no listener is enabled; expected at least one");
        }
        new ConfiguredClasses(configuration).check();
        return new TandemSettings(configuration.files());
    }

    private static void wellFormed(Path file) throws IOException {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new Complaints());
            parser.parse(file.toFile());
        } catch (SAXParseException e) {
            throw notXml(file, "line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw notXml(file, e.getMessage(), e);
        }
    }

    private static InvalidSetting notXml(Path file, String problem, Exception error) {
        InvalidSetting invalid =
                new InvalidSetting(
                        "%s cannot be read as XML: %s".formatted(file.getFileName(), problem));
        invalid.initCause(error);
        return invalid;
    }

    /** Throws errors; the parser's own handler would print them. */
    private static final class Complaints implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // What is only a warning does not stop the server.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
