package org.jamestandem.testkit.servers;

import java.io.IOException;
import java.net.URI;

/** A RabbitMQ with a virtual host for the test class. */
public final class RabbitMqServer extends TestServer {
    RabbitMqServer(ServerMode mode) {
        super(new RabbitMqBackend(), mode);
    }

    /** The port of AMQP 0-9-1. */
    public int port() {
        return location().port(RabbitMqBackend.AMQP);
    }

    /** Where AMQP clients connect to, with credentials and this class's virtual host. */
    public URI amqpUri() {
        return URI.create(
                "amqp://%s:%s@%s:%d/%s"
                        .formatted(user(), password(), host(), port(), virtualHost()));
    }

    /** The management interface. */
    public URI managementUri() {
        return Http.uri(location(), RabbitMqBackend.MANAGEMENT, "/");
    }

    /** May do everything. */
    public String user() {
        return Http.USER;
    }

    /** Of {@link #user()}. */
    public String password() {
        return Http.PASSWORD;
    }

    /** The virtual host of this class, empty at its start. */
    public String virtualHost() {
        return space();
    }

    @Override
    void open() throws IOException {
        Http.require("PUT", location(), RabbitMqBackend.MANAGEMENT, "/api/vhosts/" + virtualHost());
    }

    @Override
    void close() throws IOException {
        Http.require(
                "DELETE", location(), RabbitMqBackend.MANAGEMENT, "/api/vhosts/" + virtualHost());
    }
}
