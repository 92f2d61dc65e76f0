package org.jamestandem.mailets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.inject.Injector;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.mailet.Mailet;
import org.apache.mailet.Matcher;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.apache.mailet.base.test.FakeMatcherConfig;
import org.jamestandem.kernel.settings.Settings;
import org.jamestandem.testkit.ProjectFiles;
import org.jamestandem.testkit.docs.DocsPage;
import org.jamestandem.testkit.docs.OptionRow;
import org.junit.jupiter.api.Test;

class DocsMatchCodeTest {
    private static final DocsPage SETTINGS = DocsPage.named("configure/tandem.xml.md");
    private static final DocsPage MAILETS = DocsPage.named("extensions/mailets.md");
    private static final Pattern NAMED = Pattern.compile("(?:Mailet|Matcher) `(\\S+)`");
    private static final Pattern EXPECTED = Pattern.compile("<(\\w+)>|(\\w+)=\\.\\.\\.");

    @Test
    void theSectionsOptionsHaveARowEach() throws Exception {
        Settings root = Extensions.settings(sample());
        Extensions.injector(root);
        Set<String> read = new TreeSet<>(root.optionsRead());
        read.removeIf(option -> !option.startsWith("mailets/"));
        assertThat(SETTINGS.optionsBelow("mailets/")).isEqualTo(read);
    }

    @Test
    void everyMailetAndMatcherHasAHeading() {
        Set<String> ours =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.jamestandem.mailets")
                                .stream()
                                .filter(
                                        one ->
                                                one.isAssignableTo(Mailet.class)
                                                        || one.isAssignableTo(Matcher.class))
                                .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName)
                                .collect(Collectors.toSet());
        assertThat(documented()).isEqualTo(ours).isNotEmpty();
    }

    @Test
    void everyParameterHasARow() throws Exception {
        for (String name : documented()) {
            Set<String> rows =
                    MAILETS.options().stream()
                            .filter(row -> row.heading().contains("`" + name + "`"))
                            .map(OptionRow::option)
                            .collect(Collectors.toSet());
            assertThat(rows).as(name).isEqualTo(parameters(name));
        }
    }

    @Test
    void theSampleIsWhatTheShippedFilesHold() throws Exception {
        String processor =
                MAILETS.xmlSamples().stream()
                        .filter(
                                xml ->
                                        xml.contains("local-delivery")
                                                && !xml.contains("HoldAsSpam"))
                        .findFirst()
                        .orElseThrow();
        for (String folder :
                List.of(
                        "assembly/bundle/sample-configuration",
                        "assembly/distribution/src/main/conf")) {
            Path file = ProjectFiles.root().resolve(folder).resolve("mailetcontainer.xml");
            String shipped = Files.readString(file);
            assertThat(elements(shipped)).as(file.toString()).containsAll(elements(processor));
        }
    }

    @Test
    void everyMailetAndMatcherOfOursTakesWhatTheSamplesSay() throws Exception {
        Injector injector = Extensions.injector(Extensions.settings(sample()));
        int checked = 0;
        for (String sample : MAILETS.xmlSamples()) {
            HierarchicalConfiguration<ImmutableNode> processor =
                    FileConfigurationProvider.getConfig(
                            new ByteArrayInputStream(sample.getBytes(StandardCharsets.UTF_8)));
            for (var mailet : processor.configurationsAt("mailet")) {
                checked += start(injector, mailet.getString("[@class]"), mailet);
                checked += start(injector, mailet.getString("[@match]"), mailet);
            }
            for (var matcher : processor.configurationsAt("matcher.matcher")) {
                checked += start(injector, matcher.getString("[@match]"), matcher);
            }
        }
        assertThat(checked).isGreaterThan(12);
    }

    /** Starts one of ours; other names are James'. */
    private static int start(
            Injector injector, String name, HierarchicalConfiguration<ImmutableNode> parameters)
            throws Exception {
        if (!name.startsWith("org.jamestandem.mailets.")) {
            return 0;
        }
        int equals = name.indexOf('=');
        Object one =
                injector.getInstance(Class.forName(equals < 0 ? name : name.substring(0, equals)));
        if (one instanceof Mailet mailet) {
            FakeMailetConfig.Builder config = FakeMailetConfig.builder();
            parameters
                    .getKeys()
                    .forEachRemaining(
                            key -> {
                                if (!key.startsWith("[@")) {
                                    config.setProperty(key, parameters.getString(key));
                                }
                            });
            mailet.init(config.build());
        } else {
            ((Matcher) one)
                    .init(
                            FakeMatcherConfig.builder()
                                    .matcherName("M")
                                    .condition(equals < 0 ? null : name.substring(equals + 1))
                                    .build());
        }
        return 1;
    }

    /** Every element with its attributes and text, without the white space around it. */
    private static List<String> elements(String xml) {
        return Arrays.stream(xml.replaceAll(" enableJmx=\"false\"", "").split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Set<String> documented() {
        return MAILETS.headings().stream()
                .flatMap(heading -> NAMED.matcher(heading).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What a class knows, as it says when it meets a parameter that it does not know. */
    private static Set<String> parameters(String name) throws Exception {
        Object one =
                Extensions.injector(Extensions.settings("<tandem/>"))
                        .getInstance(Class.forName(name));
        String refusal = catchThrowable(() -> initialise(one)).getMessage();
        String known = refusal.substring(refusal.indexOf("; expected "));
        return EXPECTED.matcher(known)
                .results()
                .map(DocsMatchCodeTest::firstGroup)
                .collect(Collectors.toSet());
    }

    private static void initialise(Object one) throws Exception {
        if (one instanceof Mailet mailet) {
            mailet.init(FakeMailetConfig.builder().setProperty("unheardOf", "x").build());
        } else {
            ((Matcher) one)
                    .init(
                            FakeMatcherConfig.builder()
                                    .matcherName("M")
                                    .condition("unheardOf=x")
                                    .build());
        }
    }

    private static String firstGroup(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String sample() {
        return SETTINGS.xmlSamples().stream()
                .filter(xml -> xml.contains("<mailets>"))
                .findFirst()
                .orElseThrow();
    }
}
