package org.jamestandem.kernel.settings;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;

/** {@code conf/tandem.xml} as a whole. A missing file means: every documented default. */
@Singleton
public final class TandemSettings {
    /** The file, as errors name it. */
    public static final String FILE = "tandem.xml";

    private static final String ROOT = "tandem";
    private static final String STATE = "state";
    private static final List<String> SECTIONS =
            List.of("acl", "audit", "mailets", "pop3", "search");

    private final Settings root;
    private final StateStorage state;

    /**
     * @throws InvalidSetting when the file is not XML, has another root, or an unknown section
     */
    @Inject
    public TandemSettings(ConfigurationProvider configurations) {
        this(read(configurations));
    }

    /** Settings from a tree that is already read; for tests and for {@code tandem check}. */
    public TandemSettings(Settings root) {
        this.root = root;
        root.allow(Set.copyOf(elements()), Set.of());
        SECTIONS.forEach(root::child);
        this.state =
                root.value(STATE, SettingFormats.oneOf(StateStorage.class))
                        .orElse(StateStorage.AUTO);
    }

    /** The settings of an empty file. */
    public static TandemSettings defaults() {
        return new TandemSettings(Settings.absent(FILE, ROOT));
    }

    /** One feature's section; an absent element when the file has none. */
    public Settings section(String name) {
        return root.child(name);
    }

    /** {@code <state>}, by default {@link StateStorage#AUTO}. */
    public StateStorage state() {
        return state;
    }

    static List<String> elements() {
        return Stream.concat(SECTIONS.stream(), Stream.of(STATE)).toList();
    }

    private static Settings read(ConfigurationProvider configurations) {
        try {
            HierarchicalConfiguration<ImmutableNode> tree = configurations.getConfiguration(ROOT);
            ImmutableNode node = tree.getNodeModel().getNodeHandler().getRootNode();
            if (tree.isEmpty() && node.getNodeName() == null) {
                return Settings.absent(FILE, ROOT);
            }
            return rooted(node);
        } catch (ConfigurationException e) {
            throw new InvalidSetting(FILE + " cannot be read: " + deepestMessage(e));
        }
    }

    private static Settings rooted(ImmutableNode node) {
        if (!ROOT.equals(node.getNodeName())) {
            throw InvalidSetting.badValue(
                    FILE + ": the root element",
                    "<" + node.getNodeName() + ">",
                    "<tandem>",
                    "<tandem><pop3/></tandem>");
        }
        return Settings.of(FILE, node);
    }

    private static String deepestMessage(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }
}
