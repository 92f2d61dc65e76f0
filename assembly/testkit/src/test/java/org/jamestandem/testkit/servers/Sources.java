package org.jamestandem.testkit.servers;

/** Which sources of servers this machine has, for conditions on tests that insist on one. */
final class Sources {
    private Sources() {}

    static boolean cassandraProcess() {
        return new CassandraBackend().missing().isEmpty();
    }

    static boolean cassandraContainer() {
        return ContainerSource.obstacle(new CassandraBackend()).isEmpty();
    }

    static boolean openSearchProcess() {
        return new OpenSearchBackend().missing().isEmpty();
    }

    static boolean openSearchContainer() {
        return ContainerSource.obstacle(new OpenSearchBackend()).isEmpty();
    }

    static boolean rabbitMqProcess() {
        return new RabbitMqBackend().missing().isEmpty();
    }

    static boolean rabbitMqContainer() {
        return ContainerSource.obstacle(new RabbitMqBackend()).isEmpty();
    }
}
