package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
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

/** Who may talk to whom is what the table in the page about Kubernetes says, and nothing else. */
class ArrowsTest {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String DENIED = "foyer-nothing-else";
    private static final Set<String> PODS =
            Set.of("pin-service", "notification-service", "meeting-service", "admin-gateway", "backup");

    private final List<NetworkPolicy> policies = Stream.of(
                    "base/network-policies.yaml",
                    "components/monitoring/network-policy.yaml",
                    "components/backup/network-policies.yaml",
                    "overlays/production/sign-in.yaml")
            .map(Manifests.ROOT::resolve)
            .flatMap(file -> Manifests.of(NetworkPolicy.class, StrictResources.read(Manifests.text(file))).stream())
            .toList();

    @Test
    void thereAreTheArrowsOfTheTableAndNoOthers() {
        Set<String> arrows = new TreeSet<>(out());
        arrows.addAll(in());
        assertEquals(declared(), arrows);
    }

    /** Between two of ours an arrow counts when both of its ends allow it. */
    @Test
    void betweenOurPodsBothEndsAllowIt() {
        Set<String> out = ours(out());
        assertTrue(out.size() > 6, out::toString);
        assertEquals(out, ours(in()));
    }

    @Test
    void thereIsNoPolicyThatTheTableDoesNotKnow() {
        Set<String> all = Manifests.files().stream()
                .flatMap(file -> Manifests.of(NetworkPolicy.class, StrictResources.read(Manifests.text(file))).stream())
                .map(policy -> policy.getMetadata().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                all,
                policies.stream()
                        .map(policy -> policy.getMetadata().getName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatIsNotAllowedIsDenied() {
        NetworkPolicy all = policies.stream()
                .filter(policy -> policy.getMetadata().getName().equals(DENIED))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("Ingress", "Egress"), all.getSpec().getPolicyTypes());
        assertEquals(
                Map.of("app.kubernetes.io/part-of", "foyer"),
                all.getSpec().getPodSelector().getMatchLabels());
        assertTrue(all.getSpec().getIngress().isEmpty());
        assertEquals(1, all.getSpec().getEgress().size());
        assertEquals("53", ports(all.getSpec().getEgress().getFirst().getPorts()));
    }

    private static Set<String> ours(Set<String> arrows) {
        return arrows.stream()
                .filter(arrow ->
                        PODS.containsAll(List.of(arrow.replaceAll(":.*", "").split(" -> "))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> in() {
        Set<String> arrows = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> others(rule.getFrom())
                            .forEach(other -> arrows.add(other + " -> " + own(policy) + ":" + ports(rule.getPorts()))));
        }
        return arrows;
    }

    private Set<String> out() {
        Set<String> arrows = new TreeSet<>();
        for (NetworkPolicy policy : policies) {
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> others(rule.getTo())
                            .forEach(other -> arrows.add(own(policy) + " -> " + other + ":" + ports(rule.getPorts()))));
        }
        return arrows;
    }

    private static String own(NetworkPolicy policy) {
        return policy.getSpec().getPodSelector().getMatchLabels().getOrDefault(NAME, "all");
    }

    private static List<String> others(List<NetworkPolicyPeer> peers) {
        return peers.isEmpty()
                ? List.of("anybody")
                : peers.stream().map(ArrowsTest::other).toList();
    }

    private static String other(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return "internet";
        }
        Map<String, String> pods =
                peer.getPodSelector() == null ? Map.of() : peer.getPodSelector().getMatchLabels();
        if (peer.getNamespaceSelector() != null) {
            String namespace = peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
            return pods.getOrDefault("k8s-app", "namespace " + namespace);
        }
        return KafkaManifests.CLUSTER.equals(pods.get("strimzi.io/cluster")) ? "Kafka" : pods.get(NAME);
    }

    private static String ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getPort().getStrVal() == null
                        ? port.getPort().getIntVal().toString()
                        : port.getPort().getStrVal())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Each combination of a row's first two cells, with its ports. */
    private static Set<String> declared() {
        String page = Manifests.text(Repository.find().root().resolve("docs/operations/kubernetes.md"));
        Set<String> arrows = new TreeSet<>();
        page.lines()
                .dropWhile(line -> !line.startsWith("| from | to | port |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1).strip().split(" \\| "))
                .forEach(row -> {
                    for (String from : row[0].strip().split(", ")) {
                        for (String to : (row[1].equals("itself") ? from : row[1]).split(", ")) {
                            arrows.add(from + " -> " + to + ":" + row[2]);
                        }
                    }
                });
        return arrows;
    }
}
