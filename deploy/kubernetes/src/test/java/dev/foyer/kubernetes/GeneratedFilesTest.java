package dev.foyer.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.access.AccessRules;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaAuthorizationSimple;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator is told says exactly what {@code deploy/topics.yaml} says. Read back from the committed files, by Strimzi's own classes. */
class GeneratedFilesTest {

    private static final Repository REPOSITORY = Repository.find();

    static List<Path> overlays() {
        return Overlay.folders(REPOSITORY);
    }

    @Test
    void theCommittedFilesAreTheGeneratedOnes() {
        ManifestFiles.of(REPOSITORY)
                .forEach((file, text) -> assertEquals(
                        text, Manifests.text(file), file + " is not what ./foyer kubernetes makes: run it."));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theTopicsAreThoseOfTheList(Path folder) {
        Overlay overlay = Overlay.read(folder);
        Map<String, Topic> declared =
                declared(overlay).topics().stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        List<KafkaTopic> topics = read(KafkaTopic.class, folder.resolve("kafka-topics.yaml"));
        assertEquals(
                new TreeSet<>(declared.keySet()),
                topics.stream()
                        .map(topic -> topic.getSpec().getTopicName())
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (KafkaTopic topic : topics) {
            Topic said = declared.get(topic.getSpec().getTopicName());
            Map<String, Object> config = new TreeMap<>(said.settings());
            config.put("min.insync.replicas", Integer.toString(overlay.inSync()));
            assertEquals(said.partitions(), topic.getSpec().getPartitions(), said.name());
            assertEquals(overlay.brokers(), topic.getSpec().getReplicas(), said.name());
            assertEquals(config, new TreeMap<>(topic.getSpec().getConfig()), said.name());
            assertEquals(KafkaManifests.CLUSTER, topic.getMetadata().getLabels().get("strimzi.io/cluster"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everybodyMayDoWhatTheListSaysAndNothingElse(Path folder) {
        Overlay overlay = Overlay.read(folder);
        Set<String> wanted = AccessRules.of(declared(overlay), overlay.operators()).stream()
                .map(rule -> String.join(
                        " ",
                        AccessRules.user(rule.entry().principal()),
                        rule.entry().operation().name(),
                        rule.pattern().resourceType().name(),
                        rule.pattern().patternType().name(),
                        rule.pattern().name()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<KafkaUser> users = read(KafkaUser.class, folder.resolve("kafka-users.yaml"));
        assertEquals(
                wanted,
                users.stream().flatMap(GeneratedFilesTest::rules).collect(Collectors.toCollection(TreeSet::new)));
        users.forEach(user -> assertTrue(
                user.getSpec().getAuthentication() instanceof KafkaUserScramSha512ClientAuthentication,
                user.getMetadata().getName()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theBrokerLetsNobodyInUnknownAndKeepsWhatItAnswered(Path folder) {
        Overlay overlay = Overlay.read(folder);
        Kafka kafka = read(Kafka.class, folder.resolve("kafka.yaml")).getFirst();
        KafkaNodePool nodes =
                read(KafkaNodePool.class, folder.resolve("kafka.yaml")).getFirst();
        assertEquals(overlay.brokers(), nodes.getSpec().getReplicas());
        kafka.getSpec().getKafka().getListeners().forEach(listener -> {
            assertTrue(listener.isTls(), listener.getName());
            assertEquals("scram-sha-512", listener.getAuth().getType());
        });
        assertEquals(
                List.of(KafkaManifests.BACKUP),
                ((KafkaAuthorizationSimple) kafka.getSpec().getKafka().getAuthorization()).getSuperUsers());
        Map<String, Object> config = kafka.getSpec().getKafka().getConfig();
        assertEquals(overlay.brokers(), config.get("transaction.state.log.replication.factor"));
        assertEquals(overlay.inSync(), config.get("transaction.state.log.min.isr"));
        assertEquals(false, config.get("auto.create.topics.enable"));
    }

    @Test
    void productionKeepsEveryRecordThreeTimesAndDemoOnce() {
        Map<String, Overlay> overlays = overlays().stream()
                .collect(Collectors.toMap(folder -> folder.getFileName().toString(), Overlay::read));
        assertEquals(3, overlays.get("production").brokers());
        assertEquals(2, overlays.get("production").inSync());
        assertEquals(1, overlays.get("demo").brokers());
    }

    @Test
    void anOverlayThatCannotWorkIsRefusedWithWhatToDo() {
        assertTrue(
                assertThrows(CannotRun.class, () -> overlay(3, 4)).getMessage().contains("no more than there are"));
        assertTrue(
                assertThrows(CannotRun.class, () -> overlay(2, 1)).getMessage().contains("odd"));
    }

    private static Overlay overlay(int brokers, int inSync) {
        return new Overlay(List.of(), List.of(), brokers, inSync, "1Gi", "1Gi");
    }

    private static TopicList declared(Overlay overlay) {
        return TopicList.read(REPOSITORY.topics()).of(overlay.tenants());
    }

    private static <T> List<T> read(Class<T> kind, Path file) {
        return Manifests.of(kind, StrictResources.read(Manifests.text(file)));
    }

    private static Stream<String> rules(KafkaUser user) {
        KafkaUserAuthorizationSimple simple =
                (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
        if (simple == null) {
            // Whoever is above all rules has none.
            assertEquals(KafkaManifests.BACKUP, user.getMetadata().getName());
            return Stream.of();
        }
        return simple.getAcls().stream()
                .flatMap(acl -> acl.getOperations().stream()
                        .map(operation -> user.getMetadata().getName() + " " + operation.name() + " " + of(acl)));
    }

    private static String of(AclRule acl) {
        AclRuleResource resource = acl.getResource();
        return switch (resource) {
            case AclRuleTopicResource topic -> "TOPIC " + topic.getPatternType().name() + " " + topic.getName();
            case AclRuleGroupResource group -> "GROUP " + group.getPatternType().name() + " " + group.getName();
            case AclRuleTransactionalIdResource id ->
                "TRANSACTIONAL_ID " + id.getPatternType().name() + " " + id.getName();
            default -> throw new AssertionError("A rule for " + resource.getType());
        };
    }
}
