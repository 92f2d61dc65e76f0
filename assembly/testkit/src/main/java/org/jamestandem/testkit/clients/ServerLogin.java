package org.jamestandem.testkit.clients;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where and as whom a client logs in. */
public final class ServerLogin {
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final Path authority;

    private ServerLogin(String host, int port, String user, String password, Path authority) {
        this.host = Objects.requireNonNull(host, "host");
        this.port = port;
        this.user = Objects.requireNonNull(user, "user");
        this.password = Objects.requireNonNull(password, "password");
        this.authority = authority;
    }

    /** Without encryption. */
    public static ServerLogin plain(String host, int port, String user, String password) {
        return new ServerLogin(host, port, user, password, null);
    }

    /**
     * With TLS from the first octet; the client trusts this authority only (a PEM file). Not every
     * client accepts an address where the certificate should name the host, so this wants the name.
     */
    public ServerLogin withTls(String hostName, int tlsPort, Path authorityFile) {
        return new ServerLogin(
                hostName,
                tlsPort,
                user,
                password,
                Objects.requireNonNull(authorityFile, "authority"));
    }

    /** The same user with a device in the login name, {@code anna+phone@example.org}. */
    public ServerLogin withDevice(String device) {
        int at = user.lastIndexOf('@');
        String login = user.substring(0, at) + "+" + device + user.substring(at);
        return new ServerLogin(host, port, login, password, authority);
    }

    /** Name or address of the server. */
    public String host() {
        return host;
    }

    /** Port of the listener. */
    public int port() {
        return port;
    }

    /** Complete login name. */
    public String user() {
        return user;
    }

    /** Its password. */
    public String password() {
        return password;
    }

    /** The trusted authority when TLS is used. */
    public Optional<Path> authority() {
        return Optional.ofNullable(authority);
    }
}
