package org.jamestandem.distribution.deadletters.cassandra;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.events.EventDeadLetters;
import org.apache.james.events.EventDeadLettersHealthCheck;

/** Dead letters that outlive the server, and a health check that tells of them. */
public final class DeadLettersModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(EventDeadLetters.class).to(CassandraEventDeadLetters.class);
        Multibinder.newSetBinder(binder(), HealthCheck.class)
                .addBinding()
                .to(EventDeadLettersHealthCheck.class);
    }
}
