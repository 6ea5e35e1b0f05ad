package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each overlay as somebody applies it, at a server that takes what a client of Kubernetes sends. */
@EnableKubernetesMockClient(crud = true)
class MockApiServerTest {

    KubernetesClient client;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void allOfItCanBeCreated(String overlay) {
        for (HasMetadata resource : Manifests.rendered(overlay)) {
            HasMetadata created = client.resource(resource).create();
            assertEquals(resource.getMetadata().getName(), created.getMetadata().getName());
        }
        assertEquals(
                Set.of("pin-service", "notification-service", "meeting-service", "admin-gateway"),
                client.apps().deployments().inNamespace("foyer").list().getItems().stream()
                        .map(each -> each.getMetadata().getName())
                        .collect(Collectors.toSet()));
    }
}
