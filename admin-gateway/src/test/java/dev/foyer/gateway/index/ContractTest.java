package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example that the producers publish is read by the index: theirs is the contract, ours is the reader. */
class ContractTest {

    private static final Map<String, String> PRODUCERS = Map.of(
            "pin.events", "pin",
            "tenant.settings", "pin",
            "notification.events", "notification",
            "meeting.events", "meeting");

    /** The folder of a producer's examples; another place than beside us is said by {@code -Dcontracts.pin=...}. */
    private static Path folder(String topic) {
        String producer = PRODUCERS.get(topic);
        Path folder = Path.of(System.getProperty(
                        "contracts." + producer, "../" + producer + "-service/src/main/resources/contracts"))
                .resolve(topic);
        assertTrue(
                Files.isDirectory(folder),
                "The contracts of " + topic + " are not in " + folder.toAbsolutePath() + "; say where with -Dcontracts."
                        + producer);
        return folder;
    }

    private static Stream<Path> examples(String topic) {
        try {
            return Files.list(folder(topic))
                    .filter(file -> file.toString().matches(".*\\.v1\\.(full|minimal)\\.json"))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublicEvent event(String topic, Path file, boolean withMore) {
        try {
            ObjectNode data = (ObjectNode) Json.mapper().build().readTree(file.toFile());
            if (withMore) {
                data.put("fieldOfTomorrow", "x");
            }
            String name = file.getFileName().toString();
            String type = "foyer." + PRODUCERS.get(topic) + "." + name.substring(0, name.indexOf('.')) + ".v1";
            return Fixtures.event(type, 1, data.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsRead() {
        return PRODUCERS.keySet().stream()
                .flatMap(topic -> examples(topic)
                        .flatMap(file -> Stream.of(false, true)
                                .map(more -> dynamicTest(
                                        topic + "/" + file.getFileName() + (more ? " with an unknown field" : ""),
                                        () -> isRead(topic, event(topic, file, more))))));
    }

    /** Read, kept as history, and the entry that it is about says whose it is. */
    private static void isRead(String topic, PublicEvent event) throws IOException {
        try (Fixtures index = new Fixtures()) {
            IndexBatch batch = new IndexBatch(index.live(), false);
            assertTrue(batch.add(event), event.envelope().type() + " is not known to the index");
            index.live().publish(batch.folded(Fixtures.POSITIONS));
            index.live().finish();
            assertEquals(
                    ofNobody(event.envelope().type())
                            ? event.data().path("tenant").asText()
                            : "contoso.com",
                    event.tenant());
            isTold(topic, event);
        }
    }

    /** Addresses are of no tenant, and some dead letters are not. */
    private static boolean ofNobody(String type) {
        return type.equals(SignInFold.DELAYED) || DeadLetterFold.understands(type);
    }

    /** What shows is told to who listens to what changes; settings by the topic that they are shown by. */
    private static void isTold(String topic, PublicEvent event) {
        String type = event.envelope().type();
        Optional<Subject> subject = Subject.of(topic, type);
        assertEquals(topic.equals("pin.events") && type.equals(IndexBatch.SETTINGS_CHANGED), subject.isEmpty(), type);
        subject.flatMap(Subject::idField)
                .ifPresent(field -> assertTrue(event.data().path(field).isTextual(), type + " has no " + field));
    }

    @Test
    void anUnknownTypeIsSkipped() throws IOException {
        try (Fixtures index = new Fixtures()) {
            PublicEvent unknown = Fixtures.event("foyer.pin.UserPainted.v1", 1, "{\"tenant\": \"contoso.com\"}");
            assertFalse(new IndexBatch(index.live(), false).add(unknown));
        }
    }

    @Test
    void aUserIsWhatTheExamplesSay() {
        try (Fixtures index = new Fixtures()) {
            Path pin = folder("pin.events");
            for (String name : List.of("UserProvisioned", "UserEnabled", "PinRejected", "PinLocked")) {
                index.given(event("pin.events", pin.resolve(name + ".v1.full.json"), false));
            }
            UserEntry user = index.contoso().user("amos.marble@contoso.com").orElseThrow();
            assertEquals("Amos Marble", user.displayName());
            assertEquals("4711007", user.conferencing().conferenceId());
            assertEquals(3, user.conferencing().failedAttempts());
            assertTrue(user.locked());
        }
    }

    @Test
    void settingsAreWhatTheExampleSays() {
        try (Fixtures index = new Fixtures()) {
            Path file = folder("tenant.settings").resolve("TenantSettingsChanged.v1.full.json");
            index.given(event("tenant.settings", file, false));
            JsonNode settings = index.contoso().settings().orElseThrow().settings();
            assertEquals(8, settings.path("pinLength").asInt());
        }
    }

    @Test
    @Tag("C3")
    void whatChangedOfAUserIsWhatTheExamplesSay() {
        try (Fixtures index = new Fixtures()) {
            Path pin = folder("pin.events");
            for (String name : List.of(
                    "UserProvisioned",
                    "UserEnabled",
                    "ConferenceIdChanged",
                    "DefaultNumberChanged",
                    "PstnOnlyMeetingsChanged")) {
                index.given(event("pin.events", pin.resolve(name + ".v1.full.json"), false));
            }
            UserEntry.Conferencing now =
                    index.contoso().user("u-17").orElseThrow().conferencing();
            assertEquals("8150042", now.conferenceId());
            assertEquals("+390687654321", now.serviceNumber());
            assertTrue(now.allowPstnOnlyMeetings());
        }
    }

    @Test
    @Tag("A4")
    void aRevealedMailSaysWhen() {
        try (Fixtures index = new Fixtures()) {
            Path file = folder("notification.events").resolve("NotificationRevealed.v1.full.json");
            index.given(event("notification.events", file, false));
            NotificationEntry mail = index.contoso()
                    .notification("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11")
                    .orElseThrow();
            assertEquals("HELD", mail.status());
            assertEquals(Instant.parse("2026-11-22T10:15:31Z"), mail.revealedAt());
        }
    }

    @Test
    void noExampleCarriesAPin() {
        PRODUCERS.keySet().stream().flatMap(ContractTest::examples).forEach(file -> {
            try {
                JsonNode data = Json.mapper().build().readTree(file.toFile());
                assertFalse(data.has("pin") || data.has("sealedPin"), file + " carries a PIN");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
