package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.process.Component;
import dev.foyer.local.process.Heaps;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Each overlay as {@code kubectl kustomize} renders it. */
@ParameterizedClass
@ValueSource(strings = {"demo", "production"})
class RenderedTest {

    private static final Set<String> SERVICES =
            Set.of("pin-service", "notification-service", "meeting-service", "admin-gateway");
    private static final int NOBODY = 10001;

    @Parameter
    String overlay;

    private List<HasMetadata> resources;

    @BeforeEach
    void render() {
        resources = Manifests.rendered(overlay);
    }

    @Test
    void eachServiceHasANameAnAccountAndABudget() {
        assertEquals(SERVICES, names(Deployment.class));
        assertEquals(SERVICES, names(Service.class));
        assertEquals(SERVICES, names(ServiceAccount.class));
        assertEquals(SERVICES, names(PodDisruptionBudget.class));
        for (PodDisruptionBudget budget : Manifests.of(PodDisruptionBudget.class, resources)) {
            Deployment meant = deployment(budget.getMetadata().getName());
            assertEquals(
                    meant.getSpec().getSelector().getMatchLabels(),
                    budget.getSpec().getSelector().getMatchLabels());
            assertEquals(1, budget.getSpec().getMaxUnavailable().getIntVal());
        }
        deployments().forEach(each -> {
            assertEquals(each.getMetadata().getName(), pod(each).getServiceAccountName());
            assertEquals(false, pod(each).getAutomountServiceAccountToken());
        });
    }

    @Test
    void nothingRunsAsRootOrWritesWhereItShouldNot() {
        for (Deployment each : deployments()) {
            assertTrue(pod(each).getSecurityContext().getRunAsNonRoot());
            assertEquals(NOBODY, pod(each).getSecurityContext().getRunAsUser());
            assertEquals(
                    "RuntimeDefault",
                    pod(each).getSecurityContext().getSeccompProfile().getType());
            assertTrue(container(each).getSecurityContext().getReadOnlyRootFilesystem());
            assertFalse(container(each).getSecurityContext().getAllowPrivilegeEscalation());
            assertEquals(
                    List.of("ALL"),
                    container(each).getSecurityContext().getCapabilities().getDrop());
            // What can be written to is empty at each start, and of a size.
            pod(each).getVolumes().stream()
                    .filter(volume -> volume.getSecret() == null)
                    .forEach(volume -> assertNotNull(volume.getEmptyDir().getSizeLimit(), volume.getName()));
        }
    }

    @Test
    void eachIsProbedAndDrained() {
        for (Deployment each : deployments()) {
            Container container = container(each);
            assertProbe("/q/health/started", container.getStartupProbe());
            assertProbe("/q/health/ready", container.getReadinessProbe());
            assertProbe("/q/health/live", container.getLivenessProbe());
            long preStop = container.getLifecycle().getPreStop().getSleep().getSeconds();
            // foyer.stop-timeout is 15 s unless told otherwise.
            assertTrue(pod(each).getTerminationGracePeriodSeconds() > preStop + 15);
            assertEquals(
                    0,
                    each.getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal());
        }
    }

    private static void assertProbe(String path, Probe probe) {
        assertEquals(path, probe.getHttpGet().getPath());
        assertEquals("management", probe.getHttpGet().getPort().getStrVal());
    }

    @Test
    void instancesOfAServiceAreSpread() {
        for (Deployment each : deployments()) {
            Map<String, String> labels =
                    each.getSpec().getTemplate().getMetadata().getLabels();
            assertEquals(
                    Map.of(
                            "topology.kubernetes.io/zone",
                            "ScheduleAnyway",
                            "kubernetes.io/hostname",
                            overlay.equals("production") ? "DoNotSchedule" : "ScheduleAnyway"),
                    pod(each).getTopologySpreadConstraints().stream()
                            .collect(Collectors.toMap(by -> by.getTopologyKey(), by -> by.getWhenUnsatisfiable())));
            pod(each)
                    .getTopologySpreadConstraints()
                    .forEach(by -> assertTrue(labels.entrySet()
                            .containsAll(by.getLabelSelector().getMatchLabels().entrySet())));
            int instances = each.getSpec().getReplicas();
            assertTrue(
                    overlay.equals("demo") ? instances == 1 : instances >= 2,
                    each.getMetadata().getName());
        }
    }

    @Test
    void secretsAreReferredToAndNeverHere() {
        for (Deployment each : deployments()) {
            String name = each.getMetadata().getName();
            assertEquals(
                    Set.of(name, name + "-keys", name + "-tls", "foyer-cluster-ca-cert"),
                    pod(each).getVolumes().stream()
                            .filter(volume -> volume.getSecret() != null)
                            .map(volume -> volume.getSecret().getSecretName())
                            .collect(Collectors.toSet()));
            container(each).getVolumeMounts().stream()
                    .filter(mount -> mount.getMountPath().startsWith("/etc/foyer"))
                    .forEach(mount -> assertTrue(mount.getReadOnly(), mount.getName()));
        }
        // Each file that a setting names is in something that is mounted.
        for (Deployment each : deployments()) {
            Set<String> mounted = container(each).getVolumeMounts().stream()
                    .map(mount -> mount.getMountPath() + "/")
                    .collect(Collectors.toSet());
            container(each).getEnv().stream()
                    .filter(setting -> setting.getName().matches(".*_(FILE|LOCATION|DIRECTORY)"))
                    .forEach(setting ->
                            assertTrue(mounted.stream().anyMatch(setting.getValue()::startsWith), setting::toString));
        }
    }

    @Test
    void whatDiffersFromPlaceToPlaceIsThere() {
        // What brokers and backups are told is the same everywhere.
        Set<String> configured = Manifests.of(ConfigMap.class, resources).stream()
                .map(map -> map.getMetadata().getName())
                .filter(name -> !Set.of(BrokerMetricRules.CONFIG_MAP, KafkaManifests.BACKUP)
                        .contains(name))
                .collect(Collectors.toSet());
        Set<String> wanted = deployments().stream()
                .flatMap(each -> container(each).getEnvFrom().stream())
                .map(from -> from.getConfigMapRef().getName())
                .collect(Collectors.toSet());
        assertEquals(configured, wanted);
        assertEquals(2, wanted.size());
        // Of volumes there is none that nothing refers to.
        for (Deployment each : deployments()) {
            Set<String> mounted = container(each).getVolumeMounts().stream()
                    .map(mount -> mount.getName())
                    .collect(Collectors.toSet());
            assertEquals(pod(each).getVolumes().stream().map(Volume::getName).collect(Collectors.toSet()), mounted);
        }
    }

    /** Accounts of Foyer's own cannot be switched on in production by accident: the gateway refuses both. */
    @Test
    void peopleSignInWithTheirCompanyInProduction() {
        Set<String> told = Manifests.of(ConfigMap.class, resources).stream()
                .filter(map -> map.getMetadata().getName().startsWith("admin-gateway"))
                .flatMap(map -> map.getData().keySet().stream())
                .collect(Collectors.toSet());
        boolean production = overlay.equals("production");
        assertEquals(!production, told.contains("FOYER_ACCOUNTS_FILE"));
        assertEquals(production, told.contains("FOYER_OIDC_COMPANY_ISSUER_URL"));
        assertTrue(container(deployment("admin-gateway")).getEnv().stream()
                .noneMatch(setting -> setting.getName().equals("FOYER_ACCOUNTS_FILE")));
    }

    /** As much heap as {@code ./foyer up} gives: 60 % of the limit is heap, by the image. */
    @Test
    void eachHasTheMemoryThatWasMeasured() {
        for (Deployment each : deployments()) {
            long limit = Quantity.getAmountInBytes(
                            container(each).getResources().getLimits().get("memory"))
                    .longValueExact();
            int heap = Heaps.of(Map.of()).of(Component.titled(each.getMetadata().getName()));
            assertEquals(
                    heap,
                    limit * 0.6 / (1 << 20),
                    heap * 0.06,
                    each.getMetadata().getName());
        }
    }

    private List<Deployment> deployments() {
        return Manifests.of(Deployment.class, resources);
    }

    private Deployment deployment(String name) {
        return deployments().stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private <T extends HasMetadata> Set<String> names(Class<T> kind) {
        return Manifests.of(kind, resources).stream()
                .map(each -> each.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static PodSpec pod(Deployment of) {
        return of.getSpec().getTemplate().getSpec();
    }

    private static Container container(Deployment of) {
        assertEquals(1, pod(of).getContainers().size());
        return pod(of).getContainers().getFirst();
    }
}
