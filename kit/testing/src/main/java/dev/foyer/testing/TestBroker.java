package dev.foyer.testing;

import java.util.Map;

/** A broker for the tests of one JVM that lets everybody in, wherever it runs. */
public interface TestBroker extends AutoCloseable {

    /** Where clients connect. */
    String bootstrapServers();

    /** The same as settings of a client. */
    default Map<String, Object> connection() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    @Override
    void close();
}
