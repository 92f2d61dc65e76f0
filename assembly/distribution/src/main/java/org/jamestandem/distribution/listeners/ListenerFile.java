package org.jamestandem.distribution.listeners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jamestandem.kernel.settings.InvalidSetting;

/** A configuration file that names listeners: one element each, with {@code <bind>} in it. */
public enum ListenerFile {
    IMAP("imapserver"),
    POP3("pop3server"),
    SMTP("smtpserver"),
    LMTP("lmtpserver"),
    MANAGESIEVE("managesieveserver");

    private static final String BIND = "bind";
    private static final String PROXIED = "proxyRequired";

    private final String component;

    ListenerFile(String component) {
        this.component = component;
    }

    /** The file's name without {@code .xml}, which is also the element of one listener. */
    public String component() {
        return component;
    }

    /** The file a component is read from; empty when that file names no listeners. */
    public static Optional<ListenerFile> named(String component) {
        return Arrays.stream(values()).filter(file -> file.component.equals(component)).findFirst();
    }

    /**
     * Changes every enabled listener: its port, and where it is exposed its address, that it takes
     * passwords over TLS only, and that it stands behind a balancer.
     *
     * @param tree the whole file; changed in place
     * @throws InvalidSetting when a {@code <bind>} is missing or no address
     */
    public void expose(HierarchicalConfiguration<ImmutableNode> tree, Exposure exposure) {
        List<HierarchicalConfiguration<ImmutableNode>> all = tree.configurationsAt(component);
        for (int i = 0; i < all.size(); i++) {
            if (enabled(all.get(i))) {
                String listener = "%s(%d).".formatted(component, i);
                tree.setProperty(listener + BIND, addresses(all.get(i), exposure));
                if (isExposed() && exposure.needsTls()) {
                    tree.setProperty(listener + "auth.requireSSL", true);
                }
                if (isExposed() && exposure.proxied()) {
                    tree.setProperty(listener + PROXIED, true);
                }
            }
        }
    }

    private String addresses(HierarchicalConfiguration<ImmutableNode> listener, Exposure exposure) {
        return addresses(listener).stream()
                .map(address -> address.shiftedBy(exposure.offset(), place()))
                .map(address -> isExposed() ? address.on(exposure.address()) : address)
                .map(BindAddress::toString)
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** LMTP asks nobody who he is, and ManageSieve cannot be told to ask for TLS. */
    private boolean isExposed() {
        return this == IMAP || this == POP3 || this == SMTP;
    }

    /** The enabled listeners in file order, a listener with two addresses twice. */
    public List<Listener> listeners(HierarchicalConfiguration<ImmutableNode> tree) {
        List<Listener> found = new ArrayList<>();
        for (HierarchicalConfiguration<ImmutableNode> listener : tree.configurationsAt(component)) {
            if (enabled(listener)) {
                addresses(listener)
                        .forEach(
                                address ->
                                        found.add(
                                                new Listener(
                                                        service(listener),
                                                        address.host(),
                                                        address.port(),
                                                        listener.getBoolean(PROXIED, false))));
            }
        }
        return List.copyOf(found);
    }

    private static boolean enabled(HierarchicalConfiguration<ImmutableNode> listener) {
        return listener.getBoolean("[@enabled]", true);
    }

    private List<BindAddress> addresses(HierarchicalConfiguration<ImmutableNode> listener) {
        String text = listener.getString(BIND, "");
        return Arrays.stream(text.split(",", -1))
                .map(address -> BindAddress.parse(place(), address))
                .toList();
    }

    private Service service(HierarchicalConfiguration<ImmutableNode> listener) {
        boolean tls = listener.getBoolean("tls.[@socketTLS]", false);
        return switch (this) {
            case IMAP -> tls ? Service.IMAPS : Service.IMAP;
            case POP3 -> tls ? Service.POP3S : Service.POP3;
            case SMTP -> tls ? Service.SUBMISSIONS : plainSmtp(listener);
            case LMTP -> Service.LMTP;
            case MANAGESIEVE -> Service.MANAGESIEVE;
        };
    }

    private static Service plainSmtp(HierarchicalConfiguration<ImmutableNode> listener) {
        String name = listener.getString("jmxName", "").toLowerCase(Locale.ROOT);
        return name.startsWith("submission") ? Service.SUBMISSION : Service.SMTP;
    }

    private String place() {
        return "%s.xml: %ss/%s/%s".formatted(component, component, component, BIND);
    }
}
