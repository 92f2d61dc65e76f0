package org.jamestandem.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

class CassandraServerTest {
    private static final String SOURCES = "org.jamestandem.testkit.servers.Sources#";

    @Nested
    class FromAnySource implements Contract {
        @RegisterExtension static final CassandraServer CASSANDRA = TestServers.cassandra();

        @Override
        public CassandraServer testee() {
            return CASSANDRA;
        }
    }

    @Nested
    @EnabledIf(SOURCES + "cassandraProcess")
    class AsProcess implements Contract {
        @RegisterExtension
        static final CassandraServer CASSANDRA = TestServers.cassandra(ServerMode.PROCESS);

        @Override
        public CassandraServer testee() {
            return CASSANDRA;
        }

        @Test
        void listensOnTheLoopbackOnly() {
            assertThat(CASSANDRA.contactPoint().getAddress().isLoopbackAddress()).isTrue();
            assertThat(CASSANDRA.isContainer()).isFalse();
        }
    }

    @Nested
    @EnabledIf(SOURCES + "cassandraContainer")
    class InContainer implements Contract {
        @RegisterExtension
        static final CassandraServer CASSANDRA = TestServers.cassandra(ServerMode.CONTAINER);

        @Override
        public CassandraServer testee() {
            return CASSANDRA;
        }

        @Test
        void runsInContainer() {
            assertThat(CASSANDRA.isContainer()).isTrue();
        }
    }

    interface Contract {
        CassandraServer testee();

        @Test
        default void storesAndFindsRowsInTheKeyspaceOfTheClass() {
            testee().session().execute("CREATE TABLE mail (id int PRIMARY KEY, subject text)");
            testee().session().execute("INSERT INTO mail (id, subject) VALUES (1, 'Oběd')");

            Row row = testee().session().execute("SELECT subject FROM mail WHERE id = 1").one();
            assertThat(row.getString(0)).isEqualTo("Oběd");
        }

        @Test
        default void isTheReleaseThatJamesRunsOn() {
            Row row = testee().session().execute("SELECT release_version FROM system.local").one();
            assertThat(row.getString(0)).startsWith("4.1.");
        }
    }
}
