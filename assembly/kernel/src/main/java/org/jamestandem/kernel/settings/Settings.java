package org.jamestandem.kernel.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.configuration2.tree.ImmutableNode;

/**
 * One element of a settings file: its text, attributes and children, and where it stands.
 *
 * <p>A reader first says which names it knows ({@link #allow}), so that a misspelt one is an error
 * and not a default.
 */
public final class Settings {
    private final String file;
    private final String path;
    private final ImmutableNode node;
    private final Notation notation;
    private final Set<String> optionsRead;

    private Settings(
            String file,
            String path,
            ImmutableNode node,
            Notation notation,
            Set<String> optionsRead) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.notation = notation;
        this.optionsRead = optionsRead;
    }

    /** The root element of a file. */
    public static Settings of(String file, ImmutableNode root) {
        return of(file, root, Notation.XML);
    }

    static Settings of(String file, ImmutableNode root, Notation notation) {
        return new Settings(
                file, root.getNodeName(), root, notation, ConcurrentHashMap.newKeySet());
    }

    /** An element that is not there: no text, no attributes, no children. */
    public static Settings absent(String file, String path) {
        return absent(file, path, Notation.XML, ConcurrentHashMap.newKeySet());
    }

    private static Settings absent(
            String file, String path, Notation notation, Set<String> optionsRead) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ImmutableNode empty = new ImmutableNode.Builder().name(name).create();
        return new Settings(file, path, empty, notation, optionsRead);
    }

    /**
     * Every option of the whole file that was asked for so far, whether it is there or not, by its
     * path below the root: {@code pop3/policy/expire}, {@code pop3/policy/expire/@when}. The
     * documentation is compared with it.
     */
    public Set<String> optionsRead() {
        return Set.copyOf(optionsRead);
    }

    /** File and path as errors show them. */
    public String place() {
        return file + ": " + path;
    }

    /**
     * Declares what may stand in this element.
     *
     * @throws InvalidSetting naming the first child element or attribute that is neither, or the
     *     text that stands where only elements may
     */
    public void allow(Collection<String> elements, Collection<String> attributes) {
        if (!elements.isEmpty() && text().filter(text -> !text.isEmpty()).isPresent()) {
            throw new InvalidSetting(
                    "%s: the text '%s' means nothing here; expected %s"
                            .formatted(place(), text().orElseThrow(), listed(notation, elements)));
        }
        for (ImmutableNode child : node) {
            if (!elements.contains(child.getNodeName())) {
                throw new InvalidSetting(
                        "%s: %s is not known here; expected %s"
                                .formatted(
                                        place(),
                                        notation.element(child.getNodeName()),
                                        listed(notation, elements)));
            }
        }
        for (String attribute : new TreeSet<>(node.getAttributes().keySet())) {
            if (!attributes.contains(attribute)) {
                throw new InvalidSetting(
                        "%s: attribute %s is not known here; expected %s"
                                .formatted(place(), attribute, listed(Notation.PLAIN, attributes)));
            }
        }
    }

    /** The one child of that name; an absent element when there is none. */
    public Settings child(String name) {
        List<Settings> found = children(name);
        if (found.size() > 1) {
            throw new InvalidSetting(
                    "%s: %s stands here %d times; expected at most one"
                            .formatted(place(), notation.element(name), found.size()));
        }
        return found.isEmpty()
                ? absent(file, path + "/" + name, notation, optionsRead)
                : found.get(0);
    }

    /** All children of that name, in file order. */
    public List<Settings> children(String name) {
        List<Settings> found = new ArrayList<>();
        for (ImmutableNode child : node) {
            if (name.equals(child.getNodeName())) {
                found.add(new Settings(file, path + "/" + name, child, notation, optionsRead));
            }
        }
        return List.copyOf(found);
    }

    /** This element's own text, without the white space around it. */
    public Optional<String> text() {
        return Optional.ofNullable(node.getValue()).map(value -> value.toString().strip());
    }

    /** The text of the child {@code name} in that format; empty when there is no such child. */
    public <T> Optional<T> value(String name, SettingFormat<T> format) {
        Settings child = child(name);
        child.noteRead("");
        if (children(name).isEmpty()) {
            return Optional.empty();
        }
        child.allow(Set.of(), Set.of());
        return Optional.of(child.as(format));
    }

    /** An attribute in that format; empty when it is not given. */
    public <T> Optional<T> attribute(String name, SettingFormat<T> format) {
        noteRead("/@" + name);
        Map<String, Object> attributes = node.getAttributes();
        if (!attributes.containsKey(name)) {
            return Optional.empty();
        }
        String text = attributes.get(name).toString().strip();
        try {
            return Optional.of(format.parse(text));
        } catch (IllegalArgumentException e) {
            throw InvalidSetting.badValue(
                    place() + "[@" + name + "]",
                    text,
                    format.expected(),
                    notation.attribute(name, format.example()));
        }
    }

    /**
     * This element's own text in that format.
     *
     * @throws InvalidSetting when it has not the format
     */
    public <T> T as(SettingFormat<T> format) {
        noteRead("");
        String text = text().orElse("");
        try {
            return format.parse(text);
        } catch (IllegalArgumentException e) {
            String name = node.getNodeName();
            throw InvalidSetting.badValue(
                    place(), text, format.expected(), notation.element(name, format.example()));
        }
    }

    /**
     * An error about this element as a whole, such as a contradiction between two of its children.
     */
    public InvalidSetting invalid(String problem) {
        return new InvalidSetting(place() + ": " + problem);
    }

    private void noteRead(String below) {
        optionsRead.add(path.substring(path.indexOf('/') + 1) + below);
    }

    private static String listed(Notation notation, Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return String.join(", ", new TreeSet<>(names).stream().map(notation::element).toList());
    }
}
