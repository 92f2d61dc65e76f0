package org.jamestandem.distribution.cassandra;

import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.server.blob.deduplication.StorageStrategy;

/**
 * Whether equal contents are stored once. A server that was filled one way destroys mail when it
 * goes on the other way, so that it can be chosen only before the first start.
 */
public record BlobStrategy(StorageStrategy storage) {
    private static final String KEY = "deduplication.enable";

    /**
     * @throws ConfigurationException unless the key is {@code true}, {@code false} or missing,
     *     which means {@code false}
     */
    static BlobStrategy read(Configuration properties) throws ConfigurationException {
        String value = properties.getString(KEY, "false").strip();
        return switch (value) {
            case "true" -> new BlobStrategy(StorageStrategy.DEDUPLICATION);
            case "false" -> new BlobStrategy(StorageStrategy.PASSTHROUGH);
            default ->
                    throw new ConfigurationException(
                            "blob.properties: %s = '%s' is not valid; expected true or false, for example %s=false"
                                    .formatted(KEY, value, KEY));
        };
    }

    /** The value of the key that means this. */
    public boolean once() {
        return storage == StorageStrategy.DEDUPLICATION;
    }
}
