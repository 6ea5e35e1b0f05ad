package dev.foyer.gateway.bridgeevents;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.EventStream;
import dev.foyer.testing.EventStream.Heard;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What bridges hear, on a real broker and over real connections. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("E2")
@Tag("F")
class BridgeEventsTest {

    @TestHTTPResource
    URI gateway;

    private Events events;

    @BeforeEach
    void open() {
        events = new Events(BrokerResource.broker().bootstrapServers());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void aBridgeHearsWhatBecomesOfItsTenantsCallsAndOfNobodyElses() throws IOException {
        try (EventStream bridge = listen(null)) {
            await().until(() -> bridge.lastId() != null);
            happens(
                    "contoso.com",
                    "CallerWaiting",
                    Map.of("callId", "c-1", "from", "+390212345678", "since", "2026-11-27T10:00:00Z"));
            happens(
                    "fabrikam.com",
                    "CallerAdmitted",
                    Map.of("callId", "c-9", "leader", false, "at", "2026-11-27T10:00:00Z"));
            happens(
                    "contoso.com",
                    "MeetingScheduled",
                    Map.of("organizerId", "u-17", "personal", true, "startWithoutPin", false));
            happens(
                    "contoso.com",
                    "MeetingStarted",
                    Map.of("organizerId", "u-17", "startedBy", "APP", "startedAt", "2026-11-27T10:00:01Z"));
            happens(
                    "contoso.com",
                    "CallerAdmitted",
                    Map.of("callId", "c-1", "from", "+390212345678", "leader", true, "at", "2026-11-27T10:00:01Z"));
            happens(
                    "contoso.com",
                    "ParticipantLeft",
                    Map.of("participantId", "p-1", "kind", "APP", "at", "2026-11-27T10:00:02Z"));
            happens(
                    "contoso.com",
                    "ParticipantLeft",
                    Map.of("participantId", "c-1", "kind", "CALLER", "at", "2026-11-27T10:00:02Z", "reason", "SILENT"));
            happens(
                    "contoso.com",
                    "MeetingEnded",
                    Map.of(
                            "reason",
                            "ENDED",
                            "at",
                            "2026-11-27T10:00:02Z",
                            "calls",
                            List.of(Map.of("callId", "c-1"), Map.of("callId", "c-2"))));
            await().until(() -> bridge.heard().size() >= 5);
            assertEquals(List.of("WAITING", "MEETING_STARTED", "ADMITTED", "LEFT", "MEETING_ENDED"), bridge.names());
            assertEquals(
                    json(
                            "{\"conferenceId\":\"4711007\",\"at\":\"2026-11-27T10:00:01Z\",\"calls\":[{\"callId\":\"c-1\",\"leader\":true}]}"),
                    withoutEnvelope(bridge.heard().get(2)));
            assertEquals(
                    json(
                            "{\"conferenceId\":\"4711007\",\"at\":\"2026-11-27T10:00:02Z\",\"reason\":\"SILENT\",\"callId\":\"c-1\"}"),
                    withoutEnvelope(bridge.heard().get(3)));
            assertEquals(
                    json(
                            "{\"conferenceId\":\"4711007\",\"at\":\"2026-11-27T10:00:02Z\",\"reason\":\"ENDED\",\"calls\":[{\"callId\":\"c-1\"},{\"callId\":\"c-2\"}]}"),
                    withoutEnvelope(bridge.heard().get(4)));
            assertFalse(bridge.heard().toString().contains("0212345678"));
            assertEquals(5, new HashSet<>(bridge.heard().stream().map(Heard::id).toList()).size());
        }
    }

    /** The stream's ids say how far each connection has come; the event's own is that of the topic, and so of a webhook. */
    @Test
    void theSameEventHasTheSameIdForEachWhoListensAndInTheTopic() throws IOException {
        try (EventStream one = listen(null);
                EventStream other = listen(null)) {
            await().until(() -> one.lastId() != null && other.lastId() != null);
            ProducerRecord<byte[], byte[]> record = happens(
                    7,
                    "contoso.com",
                    "CallerAdmitted",
                    Map.of("callId", "c-same", "leader", false, "at", "2026-11-27T10:00:00Z"));
            for (EventStream each : List.of(one, other)) {
                await().until(() -> !each.heard().isEmpty());
                JsonNode data = json(each.heard().getFirst().data());
                assertEquals(header(record, "ce_id"), data.path("eventId").asText());
                assertEquals(
                        header(record, "ce_sequence"), data.path("sequence").asText());
            }
        }
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode withoutEnvelope(Heard heard) throws IOException {
        ObjectNode data = (ObjectNode) json(heard.data());
        return data.without(List.of("eventId", "sequence"));
    }

    /** Over three partitions, with hundreds of others between: each of its own once, however it breaks off. */
    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() {
        Set<String> all = new HashSet<>();
        String story = UUID.randomUUID().toString();
        String id;
        List<Heard> heard = new ArrayList<>();
        try (EventStream bridge = listen(null)) {
            await().until(() -> bridge.lastId() != null);
            many(story + "-a-", 200, all);
            await().until(() -> bridge.heard().size() >= 50);
            id = bridge.heard().get(49).id(); // as if it had died with what it had received since
            heard.addAll(bridge.heard().subList(0, 50));
        }
        many(story + "-b-", 200, all);
        String later;
        try (EventStream bridge = listen(id)) {
            await().until(() -> bridge.heard().size() >= 300);
            later = bridge.heard().get(299).id();
            heard.addAll(bridge.heard().subList(0, 300));
        }
        try (EventStream bridge = listen(later)) {
            many(story + "-c-", 50, all);
            await().until(() -> bridge.heard().size() >= 100);
            heard.addAll(bridge.heard());
        }
        List<String> calls = heard.stream()
                .map(one -> one.data().replaceFirst(".*\"callId\":\"([^\"]+)\".*", "$1"))
                .toList();
        assertEquals(all, new HashSet<>(calls));
        assertEquals(all.size(), calls.size(), "nothing twice");
    }

    @Test
    void whoWasAwayForTooLongIsToldSo() throws Exception {
        try (EventStream bridge = listen("none-of-ours")) {
            await().until(() -> !bridge.heard().isEmpty());
            assertEquals(List.of("reset"), bridge.names());
            happens(
                    "contoso.com",
                    "CallerAdmitted",
                    Map.of("callId", "c-2", "leader", false, "at", "2026-11-27T10:00:00Z"));
            await().until(() -> bridge.heard().size() == 2);
        }
        String before = idOfNow();
        forgetWhatWas(); // what is of today lies behind what is old, as everywhere
        String id = idOfNow();
        // As of days ago: nobody knows what else was then.
        for (int i = 0; i < 30; i++) {
            events.send(
                    "meeting.events",
                    "foyer.meeting.CallerAdmitted.v1",
                    data("contoso.com", i, Map.of("callId", "old", "leader", false)));
        }
        for (String away : List.of(before, id)) {
            try (EventStream bridge = listen(away)) {
                await().until(() -> !bridge.heard().isEmpty());
                assertEquals(List.of("reset"), bridge.names());
            }
        }
    }

    /** Who does not receive is cut off; what waits for it is bounded, and the others are not waited for. */
    @Test
    void whoDoesNotReceiveIsCutOffAndHoldsNobodyUp() throws IOException {
        double before = ended();
        try (Socket slow = new Socket();
                EventStream bridge = listen(null)) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            slow.getOutputStream()
                    .write(("GET /api/v1/bridge/events HTTP/1.1\r\nHost: " + gateway.getAuthority()
                                    + "\r\nAuthorization: Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    ("bridge:" + Gateway.PASSWORD).getBytes(StandardCharsets.UTF_8))
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            await().until(() -> bridge.lastId() != null);
            await().until(() -> slow.getInputStream().available() > 0);
            String large = "x".repeat(8_000);
            for (int i = 0; i < 3_000; i++) {
                happens("contoso.com", "CallerWaiting", Map.of("callId", "slow-" + i, "since", large));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> bridge.heard().size() >= 3_000);
            await().atMost(Duration.ofSeconds(60)).until(() -> ended() > before);
        }
    }

    private String idOfNow() {
        try (EventStream bridge = listen(null)) {
            await().until(() -> bridge.lastId() != null);
            return bridge.lastId();
        }
    }

    private static void forgetWhatWas() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", BrokerResource.broker().bootstrapServers()))) {
            var all = admin
                    .describeTopics(List.of("meeting.events"))
                    .allTopicNames()
                    .get()
                    .get("meeting.events")
                    .partitions()
                    .stream()
                    .collect(Collectors.toMap(
                            one -> new TopicPartition("meeting.events", one.partition()),
                            _ -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
    }

    private EventStream listen(String lastEventId) {
        return EventStream.of(gateway.resolve("/api/v1/bridge/events"), "bridge", Gateway.PASSWORD, lastEventId);
    }

    private static double ended() {
        return Management.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("foyer_bridge_streams_ended_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void onlyABridgeListens() {
        for (String account : List.of("admin", "helpdesk", "auditor", "app")) {
            assertEquals(403, Api.as(account).get("/api/v1/bridge/events").statusCode(), account);
        }
    }

    private void many(String prefix, int count, Set<String> all) {
        IntStream.range(0, count).forEach(i -> {
            String call = prefix + i;
            all.add(call);
            happens(
                    i,
                    "contoso.com",
                    "CallerAdmitted",
                    Map.of("callId", call, "leader", false, "at", "2026-11-27T10:00:00Z"));
            happens(
                    i,
                    "fabrikam.com",
                    "CallerAdmitted",
                    Map.of("callId", call, "leader", false, "at", "2026-11-27T10:00:00Z"));
        });
    }

    private void happens(String tenant, String type, Map<String, Object> data) {
        happens(7, tenant, type, data);
    }

    /** Now: the records' own times count. */
    private ProducerRecord<byte[], byte[]> happens(
            int conference, String tenant, String type, Map<String, Object> data) {
        ProducerRecord<byte[], byte[]> record =
                Events.record("meeting.events", "foyer.meeting." + type + ".v1", 1, data(tenant, conference, data));
        events.send(new ProducerRecord<>(
                record.topic(), null, Instant.now().toEpochMilli(), record.key(), record.value(), record.headers()));
        return record;
    }

    private static Map<String, Object> data(String tenant, int conference, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tenant", tenant);
        all.put("conferenceId", "471100" + conference);
        all.putAll(more);
        return all;
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
