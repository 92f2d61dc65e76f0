package org.jamestandem.acceptance.mailets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.docs.DocsPage;
import org.jamestandem.testkit.james.StockJames;

/**
 * A stock James with the jar that holds spam back, as the documentation shows, and digests often.
 */
final class HoldingJames implements AutoCloseable {
    private static final Pattern DELIVERY =
            Pattern.compile("(?s)<processor state=\"local-delivery\">.*?</processor>");
    private static final Pattern LINK =
            Pattern.compile("https?://\\S+(/tandem/held/release\\?t=\\S+)");

    private final StockJames james;

    private HoldingJames(StockJames james) {
        this.james = james;
    }

    static HoldingJames start() {
        return new HoldingJames(
                StockJames.withBundle()
                        .configuration("tandem.xml", settings())
                        .configuration("mailetcontainer.xml", processors())
                        .start());
    }

    StockJames server() {
        return james;
    }

    /** Where the link of the only digest that POP3 offers leads to on this server. */
    String linkTo(MailUser reader) {
        return james.webAdmin().base() + path(reader);
    }

    private static String path(MailUser reader) {
        String digest =
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(2))
                        .until(reader::firstPartsByPop3, found -> found.size() == 1)
                        .get(0);
        Matcher link = LINK.matcher(digest);
        if (!link.find()) {
            throw new IllegalStateException("no link in " + digest);
        }
        return link.group(1);
    }

    @Override
    public void close() {
        james.close();
    }

    private static String settings() {
        String everyMinute =
                IntStream.range(0, 24 * 60)
                        .mapToObj(minute -> "%02d:%02d".formatted(minute / 60, minute % 60))
                        .collect(Collectors.joining(","));
        return """
        <tandem>
          <mailets>
            <public-url>https://mail.tandem.example/</public-url>
            <hold>
              <digest-at>%s</digest-at>
              <language>cs</language>
            </hold>
            <spam><threshold>6.5</threshold></spam>
          </mailets>
        </tandem>
        """
                .formatted(everyMinute);
    }

    private static String processors() {
        List<String> samples = DocsPage.named("extensions/mailets.md").xmlSamples();
        String holding =
                samples.stream()
                        .filter(sample -> sample.contains("HoldAsSpam"))
                        .findFirst()
                        .orElseThrow();
        try {
            String shipped =
                    Files.readString(
                            ProjectFiles.root()
                                    .resolve(
                                            "assembly/bundle/sample-configuration/mailetcontainer.xml"));
            return DELIVERY.matcher(shipped).replaceFirst(Matcher.quoteReplacement(holding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
