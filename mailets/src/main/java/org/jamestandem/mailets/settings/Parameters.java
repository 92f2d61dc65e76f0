package org.jamestandem.mailets.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.mailet.MailetConfig;
import org.apache.mailet.MatcherConfig;
import org.jamestandem.kernel.settings.InvalidSetting;
import org.jamestandem.kernel.settings.SettingFormat;

/**
 * What an operator wrote for one mailet or matcher. Every name is checked when it is read, so that
 * a misspelt one stops the start.
 */
public final class Parameters {
    /** What James itself reads in each {@code <mailet>}. */
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("onMailetException", "onMatchException");

    private final String owner;
    private final Map<String, String> values;
    private final BinaryOperator<String> example;

    private Parameters(String owner, Map<String, String> values, BinaryOperator<String> example) {
        this.owner = owner;
        this.values = values;
        this.example = example;
    }

    /**
     * The child elements of a {@code <mailet>}.
     *
     * @param owner the mailet, as errors name it
     * @throws MessagingException naming the first element that is not in {@code known}
     */
    public static Parameters ofMailet(Class<?> owner, MailetConfig config, Collection<String> known)
            throws MessagingException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : sortedNames(config)) {
            if (!OF_THE_CONTAINER.contains(name)) {
                requireKnown(owner, "<" + name + ">", name, known, "<%s>");
                values.put(name, config.getInitParameter(name).strip());
            }
        }
        return new Parameters(owner.getSimpleName(), values, "<%1$s>%2$s</%1$s>"::formatted);
    }

    /**
     * The condition of a matcher: {@code Name=main,other=value,...}, each part optional.
     *
     * @param owner the matcher, as errors name it
     * @param main the parameter that may stand first without its name
     * @throws MessagingException naming the first part that is not a parameter in {@code known}
     */
    public static Parameters ofCondition(
            Class<?> owner, MatcherConfig config, String main, Collection<String> known)
            throws MessagingException {
        String name = owner.getSimpleName();
        String condition = Optional.ofNullable(config.getCondition()).orElse("").strip();
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : condition.isEmpty() ? List.<String>of() : parts(condition)) {
            int equals = part.indexOf('=');
            boolean bare = equals < 0 && values.isEmpty();
            String key = bare ? main : part.substring(0, Math.max(equals, 0)).strip();
            requireKnown(owner, "'" + part.strip() + "'", key, known, "%s=...");
            if (values.put(key, part.substring(equals + 1).strip()) != null) {
                throw new MessagingException("%s: %s is given twice".formatted(name, key));
            }
        }
        return new Parameters(name, values, (key, value) -> name + "=" + key + "=" + value);
    }

    /**
     * One parameter in that format; empty when it is not given.
     *
     * @throws MessagingException when it has not the format
     */
    public <T> Optional<T> value(String name, SettingFormat<T> format) throws MessagingException {
        String text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(format.parse(text));
        } catch (IllegalArgumentException e) {
            InvalidSetting invalid =
                    InvalidSetting.badValue(
                            owner + ": " + name,
                            text,
                            format.expected(),
                            example.apply(name, format.example()));
            throw new MessagingException(invalid.getMessage(), invalid);
        }
    }

    private static List<String> parts(String condition) {
        return List.of(condition.split(",", -1));
    }

    private static Set<String> sortedNames(MailetConfig config) {
        Set<String> names = new TreeSet<>();
        config.getInitParameterNames().forEachRemaining(names::add);
        return names;
    }

    private static void requireKnown(
            Class<?> owner, String shown, String name, Collection<String> known, String form)
            throws MessagingException {
        if (!known.contains(name)) {
            String expected =
                    new TreeSet<>(known)
                            .stream().map(form::formatted).collect(Collectors.joining(", "));
            throw new MessagingException(
                    "%s: %s is not known here; expected %s"
                            .formatted(
                                    owner.getSimpleName(),
                                    shown,
                                    expected.isEmpty() ? "none" : expected));
        }
    }
}
