package org.jamestandem.distribution.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;
import org.apache.james.eventsourcing.Event;
import org.apache.james.eventsourcing.eventstore.EventStore;
import org.apache.james.eventsourcing.eventstore.cassandra.CassandraEventStore;
import org.apache.james.eventsourcing.eventstore.cassandra.CassandraEventStoreModule;
import org.apache.james.eventsourcing.eventstore.cassandra.EventNestedTypes;
import org.apache.james.eventsourcing.eventstore.cassandra.EventStoreDao;
import org.apache.james.eventsourcing.eventstore.cassandra.dto.EventDTO;
import org.apache.james.eventsourcing.eventstore.cassandra.dto.EventDTOModule;
import org.apache.james.json.DTO;
import org.apache.james.json.DTOModule;

/** What James derives from events: data leak rules, and tasks where they are shared. */
final class EventStoreStorage extends AbstractModule {
    @Override
    protected void configure() {
        Tables.add(binder(), CassandraEventStoreModule.MODULE());
        bind(EventStoreDao.class).in(Scopes.SINGLETON);
        bind(CassandraEventStore.class).in(Scopes.SINGLETON);
        bind(EventStore.class).to(CassandraEventStore.class);
        Multibinder.newSetBinder(
                binder(),
                new TypeLiteral<EventDTOModule<? extends Event, ? extends EventDTO>>() {});
        Multibinder.newSetBinder(
                binder(),
                new TypeLiteral<DTOModule<?, ? extends DTO>>() {},
                Names.named(EventNestedTypes.EVENT_NESTED_TYPES_INJECTION_NAME));
    }
}
