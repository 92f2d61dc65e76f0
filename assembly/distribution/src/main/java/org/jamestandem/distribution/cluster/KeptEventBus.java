package org.jamestandem.distribution.cluster;

import com.datastax.oss.driver.api.core.DriverException;
import com.google.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventBusName;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.events.RabbitMQEventBus;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * An event that RabbitMQ cannot take is in the dead letters, and then what caused it counts as
 * done. James lets it fail instead, although the mail is stored: the client or the mailets would
 * store it once more. Only when the dead letter cannot be written either does the operation fail.
 */
final class KeptEventBus implements EventBus {
    private static final Logger LOGGER = LoggerFactory.getLogger(KeptEventBus.class);

    private final RabbitMQEventBus bus;

    @Inject
    KeptEventBus(RabbitMQEventBus bus) {
        this.bus = bus;
    }

    @Override
    public Mono<Void> dispatch(Event event, Set<RegistrationKey> keys) {
        return bus.dispatch(event, keys)
                .onErrorResume(
                        KeptEventBus::isKept,
                        e -> {
                            LOGGER.warn(
                                    "Event {} waits in the dead letters until RabbitMQ is back",
                                    event.getEventId().getId(),
                                    e);
                            return Mono.empty();
                        });
    }

    private static boolean isKept(Throwable e) {
        return Exceptions.unwrapMultiple(e).stream()
                .flatMap(KeptEventBus::causes)
                .noneMatch(DriverException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    @Override
    public Mono<Registration> register(
            EventListener.ReactiveEventListener listener, RegistrationKey key) {
        return bus.register(listener, key);
    }

    @Override
    public Registration register(EventListener.ReactiveEventListener listener, Group group) {
        return bus.register(listener, group);
    }

    @Override
    public Mono<Void> reDeliver(Group group, Event event) {
        return bus.reDeliver(group, event);
    }

    @Override
    public EventBusName eventBusName() {
        return bus.eventBusName();
    }

    @Override
    public Collection<Group> listRegisteredGroups() {
        return bus.listRegisteredGroups();
    }
}
