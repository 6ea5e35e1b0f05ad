package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.demo.Story;
import dev.foyer.local.home.Endpoint;
import dev.foyer.testing.EventStream;
import dev.foyer.testing.fuzz.OddRecords;
import dev.foyer.testing.fuzz.OddRecords.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Odd records in every topic that somebody of us reads, as a tenant's system, a service with a fault or a mirror may write them: nothing
 * stops, nothing is held up, and what was there before is right.
 */
@Tag("long")
class FuzzRecordsIT {

    private static final int RECORDS = 8_000;
    private static final Path SERVICES = Path.of("../..");

    /** Theirs are the names that the demo does not use. */
    private static final String TENANT = "fabrikam.com";

    private static final Map<String, String> PREFIXES = Map.of(
            "in.directory", "foyer.directory.",
            "in.bridge", "foyer.bridge.",
            "in.organizer", "foyer.organizer.",
            "meeting.events", "foyer.meeting.",
            "notification.events", "foyer.notification.",
            "notification.keys", "foyer.notification.");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @Test
    @Tag("case-T1")
    @Tag("case-T3")
    @Tag("case-T4")
    @Tag("case-T8")
    void oddRecordsStopNobody() throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        List<Template> templates = templates();
        System.out.println("FuzzRecordsIT: " + RECORDS + " records of " + templates.size() + " kinds, seed " + seed);
        List<String> before = List.of(positionOf("/api/v1/live"), positionOf("/api/v1/bridge/events"));
        write(new OddRecords(templates, seed));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertEquals(Map.of(), unread(), "seed " + seed));
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(OWN.foyer()::isReady);
        whoComesBackHearsWhatIsBehindThem("/api/v1/live", before.getFirst());
        whoComesBackHearsWhatIsBehindThem("/api/v1/bridge/events", before.getLast());
        Cast cast = OWN.foyer().cast();
        List<String> said = new ArrayList<>();
        assertTrue(new Story(said::add).play(cast), () -> "seed " + seed + ": " + String.join("\n", said));
        assertTrue(OWN.foyer().journalsAgree(said::add), () -> "seed " + seed + ": " + String.join("\n", said));
        assertEquals(List.of(), LogComplaints.in(OWN.home(), FuzzRecordsIT::isMeant), "seed " + seed);
        OWN.stopAndStart();
        assertTrue(
                new Story(said::add).play(OWN.foyer().cast()), () -> "seed " + seed + ": " + String.join("\n", said));
    }

    /** As if a page, or a bridge, had been there before all of them. */
    private static String positionOf(String path) {
        try (EventStream stream = listen(path, null)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stream.lastId() != null);
            return stream.lastId();
        }
    }

    private static void whoComesBackHearsWhatIsBehindThem(String path, String lastId) throws Exception {
        String user = "behind-" + path.length();
        try (EventStream stream = listen(path, lastId)) {
            boolean bridge = path.contains("bridge");
            String tenant = bridge ? "contoso.com" : TENANT;
            var admin = bridge ? OWN.foyer().cast().admin() : OWN.foyer().cast().otherAdmin();
            Map<String, String> profile =
                    Map.of("userPrincipalName", user + "@" + tenant, "displayName", "Behind Them");
            String conferenceId = Awaitility.await()
                    .atMost(Duration.ofMinutes(1)) // who reads all these records may be busy
                    .until(
                            () -> {
                                admin.put("/api/v1/users/" + user, profile);
                                return admin.post("/api/v1/meetings", Map.of("organizer", user));
                            },
                            made -> made.status() == 201)
                    .text("conferenceId");
            joined("in." + tenant + ".organizer", conferenceId);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertTrue(
                            stream.heard().stream().anyMatch(one -> one.data().contains(conferenceId)),
                            () -> path + " said nothing of " + conferenceId + " but " + stream.heard()));
        }
    }

    /** As a system of that tenant says it. */
    private static void joined(String topic, String conferenceId) throws ExecutionException, InterruptedException {
        CloudEvent event = new CloudEvent(
                "/tests/app",
                topic,
                conferenceId,
                "foyer.organizer.ParticipantJoined.v1",
                "{\"conferenceId\":\"%s\",\"participantId\":\"app\"}".formatted(conferenceId));
        try (var producer =
                new KafkaProducer<>(OWN.foyer().superUser(), new StringSerializer(), new StringSerializer())) {
            producer.send(event.toRecord()).get();
        }
    }

    private static EventStream listen(String path, String lastId) {
        String account = path.contains("bridge") ? "bridge" : "admin@fabrikam";
        return EventStream.of(
                URI.create(OWN.foyer().ports().http(Endpoint.GATEWAY) + path),
                account,
                OWN.foyer().account(account).password(),
                lastId);
    }

    /**
     * What cannot be used is named, and somebody else's writing where our keys lie; a stack never is. The broker says itself which records it
     * does not take, as those without a key where the newest counts.
     */
    private static boolean isMeant(String line) {
        return line.startsWith("broker.log") && line.contains("ReplicaManager")
                || !line.contains("\tat ")
                        && Stream.of(
                                        "left out of the index",
                                        "is not counted",
                                        "notification.keys",
                                        "get the envelope without data")
                                .anyMatch(line::contains);
    }

    private static List<Template> templates() throws IOException {
        List<Template> templates = new ArrayList<>();
        for (String service : List.of("pin-service", "notification-service", "meeting-service")) {
            try (Stream<Path> files = Files.walk(SERVICES.resolve(service).resolve("src/main/resources/contracts"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".full.json"))
                        .toList()) {
                    templates.add(template(file));
                }
            }
        }
        assertTrue(templates.size() > 60, templates.size() + " kinds");
        return templates;
    }

    private static Template template(Path example) throws IOException {
        String contract = example.getParent().getFileName().toString();
        String topic = contract.startsWith("in.") ? "in." + TENANT + contract.substring(2) : contract;
        String name = example.getFileName().toString().replace(".full.json", "");
        // That a tenant is gone, or its accounts are signed out, is believed: of another than the demo's.
        String tenant = name.startsWith("Tenant") || name.startsWith("Account") ? "northwind.com" : TENANT;
        String json = Files.readString(example).replace("contoso.com", tenant);
        String key = contract.startsWith("meeting")
                ? "4711007"
                : contract.equals("in.directory") ? "u-17" : tenant + "/u-17";
        return new Template(topic, key, tenant, PREFIXES.getOrDefault(contract, "foyer.pin.") + name, json);
    }

    private static void write(OddRecords odd) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(OWN.foyer().superUser());
        settings.put("linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            int compacted = 0;
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                sent.add(producer.send(odd.next()));
            }
            for (Future<?> each : sent) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    compacted++; // the broker takes no record without a key there
                }
            }
            assertTrue(compacted < RECORDS / 10, compacted + " records were refused by the broker");
        }
    }

    /** By group and partition, what its readers have not passed yet; a transaction's marker at the end is nobody's record. */
    private static Map<String, Long> unread() throws ExecutionException, InterruptedException {
        Map<String, Long> left = new HashMap<>();
        try (Admin admin = Admin.create(OWN.foyer().superUser())) {
            for (var group : admin.listGroups().all().get()) {
                if (group.groupId().endsWith(".owners")
                        || group.groupState().filter(GroupState.STABLE::equals).isEmpty()) {
                    continue; // owners know by their journal how far they are
                }
                Map<TopicPartition, OffsetAndMetadata> passed = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                passed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
                admin.listOffsets(ends).all().get().forEach((partition, end) -> {
                    long behind = end.offset() - passed.get(partition).offset();
                    if (behind > 1) {
                        left.put(group.groupId() + " " + partition, behind);
                    }
                });
            }
        }
        return left;
    }
}
