package dev.foyer.gateway.callers;

import static dev.foyer.gateway.Api.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of whose number comes out, by every way and setting: record, API, page. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class CallerNumbersTest {

    private static final String TENANT = "contoso.com";
    private static final String OUT = "out.contoso.com.events";
    private static final String OWN = "+390298765441";
    private static final String ANOTHER_TENANTS = "+390298765442";
    private static final String STRANGERS = "+12065550143";

    private static int conferences = 612_000_000;

    @Inject
    ReadModel index;

    private Events events;

    @BeforeEach
    void people() {
        Awaitility.await().until(() -> index.isCaughtUp());
        events = new Events(BrokerResource.broker().bootstrapServers());
        shown(user(TENANT, "mask-1", OWN), user("fabrikam.com", "mask-2", ANOTHER_TENANTS));
    }

    private Position user(String tenant, String id, String number) {
        String name = id + "@" + tenant;
        return events.send(
                "pin.events",
                "foyer.pin.UserProvisioned.v1",
                Map.of(
                        "tenant", tenant,
                        "userId", id,
                        "userPrincipalName", name,
                        "displayName", id,
                        "primarySmtpAddress", name,
                        "preferredLanguage", "en",
                        "phoneNumbers", List.of(number)));
    }

    private void shown(Position... positions) {
        assertTrue(index.passed(List.of(positions), Duration.ofSeconds(10)));
    }

    /** @param setting {@code null}: what a tenant has that never chose */
    private void set(String setting) {
        Map<String, Object> settings = new HashMap<>(Map.of("pinLength", 5));
        if (setting != null) {
            settings.put("maskCallerNumbers", setting);
        }
        shown(events.send(
                "tenant.settings",
                "foyer.pin.TenantSettingsChanged.v1",
                Map.of("tenant", TENANT, "settings", settings, "changes", List.of())));
    }

    /** One who waits, one who is in, and two who came in together, with the same number. */
    private String meeting(String from) {
        String id = "" + ++conferences;
        String at = "2026-11-22T10:15:30Z";
        shown(
                events.send(
                        "meeting.events",
                        "foyer.meeting.MeetingScheduled.v1",
                        Map.of(
                                "tenant",
                                TENANT,
                                "conferenceId",
                                id,
                                "organizerId",
                                "mask-1",
                                "personal",
                                false,
                                "startWithoutPin",
                                false)),
                events.send(
                        "meeting.events",
                        "foyer.meeting.CallerWaiting.v1",
                        Map.of(
                                "tenant", TENANT,
                                "conferenceId", id,
                                "callId", "w-" + id,
                                "from", from,
                                "since", at)),
                events.send(
                        "meeting.events",
                        "foyer.meeting.CallerAdmitted.v1",
                        Map.of(
                                "tenant",
                                TENANT,
                                "conferenceId",
                                id,
                                "callId",
                                "a-" + id,
                                "from",
                                from,
                                "leader",
                                false,
                                "at",
                                at)),
                events.send(
                        "meeting.events",
                        "foyer.meeting.CallersAdmitted.v1",
                        Map.of(
                                "tenant", TENANT,
                                "conferenceId", id,
                                "calls",
                                        List.of(
                                                Map.of("callId", "b-" + id, "from", from, "leader", false),
                                                Map.of("callId", "d-" + id, "from", from, "leader", false)),
                                "at", at)));
        return id;
    }

    private static Stream<Arguments> everySettingAndNumber() {
        String own = "+39•••••••41";
        String anothers = "+39•••••••42";
        String strangers = "+1•••••••43";
        return Stream.of(
                Arguments.of("NONE", OWN, OWN),
                Arguments.of("NONE", ANOTHER_TENANTS, ANOTHER_TENANTS),
                Arguments.of("NONE", STRANGERS, STRANGERS),
                Arguments.of("EXTERNAL", OWN, OWN),
                Arguments.of("EXTERNAL", "tel:390298765441", "tel:390298765441"),
                Arguments.of("EXTERNAL", ANOTHER_TENANTS, anothers),
                Arguments.of("EXTERNAL", STRANGERS, strangers),
                Arguments.of(null, OWN, OWN),
                Arguments.of(null, STRANGERS, strangers),
                Arguments.of("ALL", OWN, own),
                Arguments.of("ALL", STRANGERS, strangers),
                Arguments.of("OF_TOMORROW", OWN, own));
    }

    @ParameterizedTest
    @MethodSource("everySettingAndNumber")
    void everyWayOutShowsWhatTheSettingAllows(String setting, String from, String expected) {
        set(setting);
        String id = meeting(from);
        assertEquals(Collections.nCopies(4, expected), inTheApi("/api/v1/meetings/" + id, "participants.name"));
        assertEquals(
                Collections.nCopies(4, expected),
                inTheApi("/api/v1/meetings?limit=200", "items.find{it.conferenceId=='" + id + "'}.participants.name"));
        assertEquals(
                Map.of("w-" + id, expected, "a-" + id, expected, "b-" + id, expected, "d-" + id, expected),
                inTheRecords(id));
        if (!from.equals(expected)) {
            for (String page : List.of("/admin/users", "/admin/users/mask-1")) {
                as("admin").get(page).then().body(not(containsString(from)));
            }
            as("auditor").get("/api/v1/users/mask-1/history").then().body(not(containsString("\"from\":\"" + from)));
        }
    }

    private static List<String> inTheApi(String path, String names) {
        return as("auditor").get(path).then().statusCode(200).extract().path(names);
    }

    /** By call. Whatever else the record says stays. */
    private static Map<String, String> inTheRecords(String conferenceId) {
        Map<String, String> numbers = new TreeMap<>();
        Map<String, Object> reader = new HashMap<>(BrokerResource.broker().connection());
        reader.put("fetch.max.wait.ms", 50); // closing waits for the last fetch
        try (var consumer = new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var all = IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition(OUT, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    String data = new String(record.value(), UTF_8);
                    if (data.contains(conferenceId) && data.contains("from")) {
                        JsonNode event = json(data);
                        assertEquals(TENANT, event.get("tenant").asText());
                        assertEquals(
                                "2026-11-22T10:15:30Z",
                                event.path("since").asText() + event.path("at").asText());
                        for (JsonNode call : event.has("calls") ? event.get("calls") : List.of(event)) {
                            numbers.put(
                                    call.get("callId").asText(),
                                    call.get("from").asText());
                        }
                    }
                });
                return numbers.size() == 4;
            });
        }
        return numbers;
    }

    private static JsonNode json(String data) {
        try {
            return Json.mapper().build().readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeReadCannotBeMaskedSoNothingIsShown() {
        MaskedEvents masked = new MaskedEvents();
        masked.index = index;
        for (String odd : List.of("\"+390298765441\"", "{\"from\": \"+390298765441", "+390298765441", "")) {
            byte[] shown = masked.data(TENANT, "foyer.meeting.CallerWaiting.v2", odd.getBytes(UTF_8));
            assertEquals("{}", new String(shown, UTF_8));
        }
    }

    /** Its systems need not know by what a token is known: services do, of pin.events. */
    @Test
    @Tag("G4")
    void whatATokenIsKnownByStaysWithTheServices() {
        MaskedEvents masked = new MaskedEvents();
        masked.index = index;
        String made = "{\"tokenId\":\"9f86d081884c7d65\",\"name\":\"Entra ID\",\"digest\":\"9f86d081884c7d65\"}";
        for (String type : List.of("foyer.pin.ScimTokenMade.v1", "foyer.pin.ScimTokenMade.v2")) {
            byte[] shown = masked.data(TENANT, type, made.getBytes(UTF_8));
            assertEquals("{\"tokenId\":\"9f86d081884c7d65\",\"name\":\"Entra ID\"}", new String(shown, UTF_8));
            assertEquals("{}", new String(masked.data(TENANT, type, "{\"digest\": ".getBytes(UTF_8)), UTF_8));
        }
        byte[] other = made.getBytes(UTF_8);
        assertSame(other, masked.data(TENANT, "foyer.pin.ScimTokenRevoked.v1", other));
    }

    @Test
    @Tag("E5")
    void aCallIdMadeOfTheNumberIsRefused() {
        Api.problem(
                as("bridge")
                        .contentType("application/json")
                        .body(Map.of("callId", "390298765441-7", "conferenceId", "4711007", "from", OWN))
                        .post("/api/v1/bridge/calls")
                        .then(),
                400,
                "call-id-has-number");
    }
}
