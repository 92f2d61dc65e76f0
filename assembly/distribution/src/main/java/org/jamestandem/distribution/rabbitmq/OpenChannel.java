package org.jamestandem.distribution.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One channel for declarations, opened anew when the broker has closed it. */
final class OpenChannel {
    private final Mono<Connection> connection;
    private Channel channel;

    OpenChannel(Mono<Connection> connection) {
        this.connection = connection;
    }

    /** Blocks a thread of its own while a channel is opened. */
    Mono<Channel> mono() {
        return Mono.defer(
                () -> {
                    Channel current = current();
                    return current != null
                            ? Mono.just(current)
                            : connection
                                    .flatMap(open -> Mono.fromCallable(() -> on(open)))
                                    .subscribeOn(Schedulers.boundedElastic());
                });
    }

    private synchronized Channel current() {
        return channel != null && channel.isOpen() ? channel : null;
    }

    private synchronized Channel on(Connection open) throws IOException {
        if (current() == null) {
            channel = open.createChannel();
        }
        return channel;
    }
}
