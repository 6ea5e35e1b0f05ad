package dev.foyer.service.eventsourced.peers;

import dev.foyer.testing.PeerFiles;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The door as it is outside of tests. Connections grow old quickly. */
public class OverTls implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.tls-configuration-name", "internal",
                "quarkus.http.insecure-requests", "disabled",
                "quarkus.http.test-ssl-port", "0",
                "foyer.tls.connection-age", "3s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PeerFiles.class, Map.of("name", "tester")));
    }
}
