package org.jamestandem.distribution.configuration;

import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.utils.ClassName;
import org.apache.james.utils.ExtendedClassLoader;
import org.apache.james.utils.FullyQualifiedClassName;
import org.apache.james.utils.NamingScheme;
import org.apache.james.utils.PackageName;
import org.jamestandem.distribution.listeners.ListenerFile;
import org.jamestandem.kernel.settings.InvalidSetting;

/** Finds every class that the files name, on the class path or in {@code extensions-jars}. */
final class ConfiguredClasses {
    private static final NamingScheme MAILETS =
            new NamingScheme.OptionalPackagePrefix(
                    PackageName.of("org.apache.james.transport.mailets"));
    private static final NamingScheme MATCHERS =
            new NamingScheme.OptionalPackagePrefix(
                    PackageName.of("org.apache.james.transport.matchers"));

    private final ServerConfiguration configuration;
    private final ExtendedClassLoader classes;

    ConfiguredClasses(ServerConfiguration configuration) {
        this.configuration = configuration;
        this.classes = new ExtendedClassLoader(configuration.fileSystem());
    }

    /**
     * @throws InvalidSetting naming the first class that is nowhere
     */
    void check() throws ConfigurationException {
        String[] packages = file("imapserver").getStringArray("imapPackages");
        checkAll("imapserver.xml: imapservers/imapPackages", packages);
        for (ListenerFile file : ListenerFile.values()) {
            checkHandlers(file.component());
        }
        checkMailets();
        checkAll(
                "listeners.xml: listeners/listener/class",
                file("listeners").getStringArray("listener.class"));
        for (String key : List.of("module", "startable", "task")) {
            String property = "guice.extension." + key;
            checkAll("extensions.properties: " + property, values("extensions", property));
        }
        checkAll("webadmin.properties: extensions.routes", values("webadmin", "extensions.routes"));
    }

    private void checkHandlers(String component) throws ConfigurationException {
        String place = component + ".xml: " + component + "s/" + component + "/handlerchain";
        HierarchicalConfiguration<ImmutableNode> file = file(component);
        String chain = component + ".handlerchain";
        checkAll(
                place + "[@coreHandlersPackage]",
                file.getStringArray(chain + "[@coreHandlersPackage]"));
        checkAll(place + "/handler[@class]", file.getStringArray(chain + ".handler[@class]"));
    }

    private void checkMailets() throws ConfigurationException {
        for (HierarchicalConfiguration<ImmutableNode> processor :
                file("mailetcontainer").configurationsAt("processors.processor")) {
            String place =
                    "mailetcontainer.xml: mailetcontainer/processors/processor[@state=%s]/"
                            .formatted(processor.getString("[@state]", ""));
            Set<String> named = new HashSet<>();
            for (HierarchicalConfiguration<ImmutableNode> matcher :
                    processor.configurationsAt("matcher")) {
                checkMatchers(place, matcher, named);
                Optional.ofNullable(matcher.getString("[@name]", null)).ifPresent(named::add);
            }
            for (HierarchicalConfiguration<ImmutableNode> mailet :
                    processor.configurationsAt("mailet")) {
                check(place + "mailet[@class]", mailet.getString("[@class]", ""), MAILETS);
                checkMatchers(place, mailet, named);
            }
        }
    }

    private void checkMatchers(
            String place, HierarchicalConfiguration<ImmutableNode> element, Set<String> named) {
        for (String attribute : List.of("[@match]", "[@notmatch]")) {
            String text = element.getString(attribute, null);
            if (text != null && !named.contains(text)) {
                check(place + "mailet" + attribute, text.split("=", 2)[0], MATCHERS);
            }
        }
        element.configurationsAt("matcher").forEach(inner -> checkMatchers(place, inner, named));
    }

    private void checkAll(String place, String[] names) {
        Stream.ofNullable(names)
                .flatMap(Arrays::stream)
                .forEach(name -> check(place, name, NamingScheme.IDENTITY));
    }

    private void check(String place, String name, NamingScheme scheme) {
        if (name.isBlank()
                || scheme.toFullyQualifiedClassNames(new ClassName(name.strip()))
                        .noneMatch(this::exists)) {
            throw InvalidSetting.badValue(
                    place,
                    name,
                    "a class of the server or of a jar in extensions-jars",
                    "its full name, org.example.Filter");
        }
    }

    private boolean exists(FullyQualifiedClassName name) {
        try {
            classes.locateClass(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private HierarchicalConfiguration<ImmutableNode> file(String component)
            throws ConfigurationException {
        return configuration.files().getConfiguration(component);
    }

    private String[] values(String file, String key) throws ConfigurationException {
        try {
            Configuration properties = configuration.properties().getConfiguration(file);
            return properties.getStringArray(key);
        } catch (FileNotFoundException e) {
            return new String[0];
        }
    }
}
