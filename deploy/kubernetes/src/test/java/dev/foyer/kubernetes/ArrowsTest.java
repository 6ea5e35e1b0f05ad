package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may talk to whom is what the picture in README.md shows. An arrow counts when both of its ends allow it. */
class ArrowsTest {

    private static final String NAME = "app.kubernetes.io/name";
    private static final Map<String, Integer> SERVICES =
            Map.of("pin-service", 8081, "notification-service", 8082, "meeting-service", 8083);

    private final List<NetworkPolicy> policies = Manifests.of(
            NetworkPolicy.class,
            StrictResources.read(Manifests.text(Manifests.ROOT.resolve("base/network-policies.yaml"))));

    @Test
    void theGatewayReachesTheServicesAndInstancesReachEachOther() {
        Set<String> wanted = new TreeSet<>();
        SERVICES.forEach((service, port) -> {
            wanted.add("admin-gateway -> " + service + ":" + port);
            wanted.add(service + " -> " + service + ":" + port);
        });
        assertEquals(wanted, arrows("from"));
        assertEquals(wanted, arrows("to"));
    }

    @Test
    void everyServiceReachesTheBrokerAndNothingElseOfIt() {
        policies.stream()
                .filter(policy -> !isOfAll(policy))
                .forEach(policy -> assertEquals(
                        1,
                        policy.getSpec().getEgress().stream()
                                .filter(rule -> rule.getTo().stream().anyMatch(ArrowsTest::isBroker))
                                .filter(rule -> ports(rule.getPorts()).equals("9093"))
                                .count(),
                        policy.getMetadata().getName()));
    }

    @Test
    void onlyMailsWebhooksAndPeopleCrossTheBorder() {
        Set<String> border = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            policy.getSpec().getEgress().stream()
                    .filter(rule ->
                            rule.getTo().isEmpty() || rule.getTo().stream().anyMatch(to -> to.getIpBlock() != null))
                    .forEach(rule -> border.add(policy.getMetadata().getName() + " out " + ports(rule.getPorts())));
            policy.getSpec().getIngress().stream()
                    .filter(rule -> rule.getFrom().isEmpty())
                    .forEach(rule -> border.add(policy.getMetadata().getName() + " in " + ports(rule.getPorts())));
        }
        assertEquals(
                Set.of("notification-service out 25,465,587", "meeting-service out 443", "admin-gateway in 8080"),
                border);
    }

    @Test
    void whatIsNotAllowedIsDenied() {
        NetworkPolicy all =
                policies.stream().filter(ArrowsTest::isOfAll).findFirst().orElseThrow();
        assertEquals(List.of("Ingress", "Egress"), all.getSpec().getPolicyTypes());
        assertTrue(all.getSpec().getIngress().isEmpty());
        assertEquals(1, all.getSpec().getEgress().size());
        assertEquals("53,53", ports(all.getSpec().getEgress().getFirst().getPorts()));
    }

    private Set<String> arrows(String end) {
        Set<String> arrows = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            String own = policy.getSpec().getPodSelector().getMatchLabels().get(NAME);
            if (end.equals("from")) {
                policy.getSpec()
                        .getIngress()
                        .forEach(rule -> names(rule.getFrom())
                                .forEach(other -> arrows.add(other + " -> " + own + ":" + ports(rule.getPorts()))));
            } else {
                policy.getSpec()
                        .getEgress()
                        .forEach(rule -> names(rule.getTo())
                                .forEach(other -> arrows.add(own + " -> " + other + ":" + ports(rule.getPorts()))));
            }
        }
        return arrows;
    }

    private static Stream<String> names(List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .map(NetworkPolicyPeer::getPodSelector)
                .filter(selector -> selector != null)
                .map(LabelSelector::getMatchLabels)
                .filter(labels -> labels.containsKey(NAME))
                .map(labels -> labels.get(NAME));
    }

    private static boolean isBroker(NetworkPolicyPeer peer) {
        return peer.getPodSelector() != null
                && KafkaManifests.CLUSTER.equals(
                        peer.getPodSelector().getMatchLabels().get("strimzi.io/cluster"));
    }

    private static boolean isOfAll(HasMetadata policy) {
        return policy.getMetadata().getName().equals("foyer-nothing-else");
    }

    private static String ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getPort().getIntVal().toString())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
