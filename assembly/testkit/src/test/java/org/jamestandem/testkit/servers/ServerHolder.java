package org.jamestandem.testkit.servers;

import java.util.ArrayList;
import java.util.List;

/**
 * Run in a JVM of its own: starts all servers that can run as processes here, prints the id of each
 * and then waits to be killed; with the argument {@code exit} it ends at once.
 */
final class ServerHolder {
    private ServerHolder() {}

    public static void main(String[] args) throws Exception {
        List<Backend> backends = new ArrayList<>();
        for (Backend backend :
                List.of(new CassandraBackend(), new OpenSearchBackend(), new RabbitMqBackend())) {
            if (backend.missing().isEmpty()) {
                backends.add(backend);
            }
        }
        boolean exit = List.of(args).contains("exit");
        Owner owner = exit ? Owner.current() : new Owner(ProcessHandle.current().pid());
        for (Backend backend : exit ? List.of(new OpenSearchBackend()) : backends) {
            System.out.println(new ProcessSource(owner).locate(backend).pid());
        }
        System.out.println("ready");
        if (!exit) {
            System.in.read();
        }
    }
}
