package org.jamestandem.distribution.rabbitmq;

import com.google.inject.Inject;
import com.google.inject.name.Named;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.configuration2.Configuration;
import org.apache.james.lifecycle.api.StartUpCheck;

/** No start without a broker that this server can use. */
final class RabbitMqStartUpCheck implements StartUpCheck {
    private static final String NAME = "rabbitmq";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Configuration file;

    @Inject
    RabbitMqStartUpCheck(@Named(RabbitMqModule.FILE) Configuration file) {
        this.file = file;
    }

    @Override
    public CheckResult check() {
        Optional<String> problem =
                new BrokerProbe(PromptConfiguration.impatient(file), PATIENCE).problem();
        return CheckResult.builder()
                .checkName(NAME)
                .resultType(problem.isEmpty() ? ResultType.GOOD : ResultType.BAD)
                .description(problem.orElse(null))
                .build();
    }

    @Override
    public String checkName() {
        return NAME;
    }
}
