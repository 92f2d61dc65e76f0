package org.jamestandem.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchServerTest {
    private static final String SOURCES = "org.jamestandem.testkit.servers.Sources#";

    @Nested
    class FromAnySource implements Contract {
        @RegisterExtension static final OpenSearchServer OPENSEARCH = TestServers.openSearch();

        @Override
        public OpenSearchServer testee() {
            return OPENSEARCH;
        }
    }

    @Nested
    @EnabledIf(SOURCES + "openSearchProcess")
    class AsProcess implements Contract {
        @RegisterExtension
        static final OpenSearchServer OPENSEARCH = TestServers.openSearch(ServerMode.PROCESS);

        @Override
        public OpenSearchServer testee() {
            return OPENSEARCH;
        }
    }

    @Nested
    @EnabledIf(SOURCES + "openSearchContainer")
    class InContainer implements Contract {
        @RegisterExtension
        static final OpenSearchServer OPENSEARCH = TestServers.openSearch(ServerMode.CONTAINER);

        @Override
        public OpenSearchServer testee() {
            return OPENSEARCH;
        }
    }

    interface Contract {
        OpenSearchServer testee();

        @Test
        default void findsAWordThroughTheAnalysisWeUse() throws Exception {
            String index = testee().indexPrefix() + "mail";
            call(
                    "PUT",
                    index,
                    """
                    {"settings": {"analysis": {"analyzer": {"folded":
                        {"tokenizer": "standard", "filter": ["lowercase", "asciifolding"]}}}},
                     "mappings": {"properties": {"subject": {"type": "text", "analyzer": "folded"}}}}
                    """);
            call("PUT", index + "/_doc/1?refresh=true", "{\"subject\": \"Pozvánka na OBĚD\"}");

            assertThat(call("GET", index + "/_search?q=subject:obed", ""))
                    .contains("Pozvánka na OBĚD");
        }

        private String call(String method, String path, String json)
                throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(testee().uri().resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(json))
                            .build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
            return response.body();
        }
    }
}
