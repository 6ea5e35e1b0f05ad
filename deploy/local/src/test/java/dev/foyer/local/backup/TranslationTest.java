package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.InboundId;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the cluster before, three records lay at 7, 9 and 20 of partition 1 of each topic; now they lie at 0, 1 and 2. */
class TranslationTest {

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final String EVENTS = "out.contoso.com.events";
    private static final long GONE = Places.GONE;

    private final Places places = new Places();
    private Translation translation;

    @BeforeEach
    void records() {
        for (String topic : List.of(
                DIRECTORY,
                EVENTS,
                "pin.deliveries",
                "pin.dead-letters",
                "notification.dead-letters",
                "meeting.dead-letters")) {
            Stream.of(7L, 9L, 20L).forEach(offset -> places.kept(topic, 1, offset));
        }
        translation = new Translation(
                places,
                Map.of(DIRECTORY, "oldDirectoryId", EVENTS, "oldEventsId"),
                Map.of(DIRECTORY, "newDirectoryId", EVENTS, "newEventsId"));
    }

    @Test
    void aMailPointsToItsSealedPin() {
        assertEquals(
                "{\"letter\":{\"sealedPin\":{\"partition\":1,\"offset\":2,\"digest\":\"d\"}},\"amount\":1.10}",
                value(
                        "notification.journal",
                        "mailbox:contoso.com/u-17",
                        "{\"letter\":{\"sealedPin\":{\"partition\":1,\"offset\":20,\"digest\":\"d\"}},\"amount\":1.10}"));
    }

    @Test
    void aPinThatIsForgottenStaysForgotten() {
        assertEquals(
                "{\"partition\":1,\"offset\":" + GONE + ",\"digest\":\"d\"}",
                value(
                        "notification.journal",
                        "mailbox:contoso.com/u-17",
                        "{\"partition\":1,\"offset\":8,\"digest\":\"d\"}"));
    }

    @Test
    void aWaitingLicencePointsToTheTenantsOwnTopic() {
        assertEquals(
                "{\"licence\":{\"id\":\"e\",\"partition\":1,\"offset\":1}}",
                value(
                        "pin.journal",
                        "user:contoso.com/u-17",
                        "{\"licence\":{\"id\":\"e\",\"partition\":1,\"offset\":9}}"));
    }

    @Test
    void aDeliveryAndTheBeginningOfAWebhookAreInTheTenantsEvents() {
        assertEquals(
                "{\"source\":{\"partition\":1,\"offset\":1,\"eventId\":\"e\"}}",
                value(
                        "meeting.journal",
                        "webhook-outbox:contoso.com/w-1/3",
                        "{\"source\":{\"partition\":1,\"offset\":9,\"eventId\":\"e\"}}"));
        assertEquals(
                "{\"from\":{\"topicId\":\"newEventsId\",\"ends\":[0,2,0]}}",
                value(
                        "meeting.journal",
                        "webhooks:contoso.com",
                        "{\"from\":{\"topicId\":\"oldEventsId\",\"ends\":[4,20,0]}}"));
    }

    /** Of what came before, all is wanted still. */
    @Test
    void theBeginningInATopicThatWasMadeAnewSinceStaysThatOfTheOther() {
        assertTrue(value("meeting.journal", "webhooks:contoso.com", "{\"topicId\":\"evenOlderId\",\"ends\":[4,20]}")
                .startsWith("{\"topicId\":\"evenOlderId\""));
    }

    @Test
    void aDeadLetterSaysWhereItLiesAndWhereItsRecordLay() {
        assertEquals(
                "{\"place\":{\"partition\":1,\"offset\":2,\"topic\":\"" + DIRECTORY
                        + "\",\"originPartition\":1,\"originOffset\":0}}",
                value(
                        "pin.journal",
                        "dead-letter:contoso.com/abc",
                        "{\"place\":{\"partition\":1,\"offset\":20,\"topic\":\"" + DIRECTORY
                                + "\",\"originPartition\":1,\"originOffset\":7}}"));
    }

    @Test
    void aDeadLettersHeadersSayWhereItsRecordLies() {
        StoredRecord letter = record(
                "k",
                "{\"offset\":7,\"partition\":1}",
                header("dead-letter-topic", DIRECTORY),
                header("dead-letter-partition", "1"),
                header("dead-letter-offset", "20"));
        StoredRecord now = translation.of("pin.dead-letters", letter);
        assertEquals("2", text(now, "dead-letter-offset"));
        assertEquals("1", text(now, "dead-letter-partition"));
        assertSame(letter.value(), now.value());
    }

    /** What had nothing to do left no trace: only its place tells that it was handled, when it is read once more. */
    @Test
    void aRequestThatIsReadOnceMoreIsStillPassed() {
        InboundId known = InboundId.parse(command("r1~" + DIRECTORY + "-1@oldDirec~9~1000"))
                .orElseThrow();
        assertEquals(new InboundId("r1", DIRECTORY + "-1@newDirec", 1, 1000), known);
        assertTrue(new InboundId("r0", DIRECTORY + "-1@newDirec", 0, 900).isPassedBy(known));
        assertFalse(new InboundId("r2", DIRECTORY + "-1@newDirec", 2, 1100).isPassedBy(known));
    }

    @Test
    void whatTheTopicHasForgottenStillComesBeforeWhatItHas() {
        long first = InboundId.parse(command("r1~" + DIRECTORY + "-1@oldDirec~3~1000"))
                .orElseThrow()
                .number();
        long second = InboundId.parse(command("r2~" + DIRECTORY + "-1@oldDirec~6~1000"))
                .orElseThrow()
                .number();
        assertTrue(first < second && second < 0, first + " " + second);
        assertFalse(new InboundId("r3", DIRECTORY + "-1@newDirec", 0, 1000)
                .isPassedBy(new InboundId("r2", DIRECTORY + "-1@newDirec", second, 1000)));
    }

    @Test
    void theStepsOfARequestAreNamedAfterItsNewPlace() {
        assertEquals(
                "r1~" + DIRECTORY + "-1@newDirec~2~1000/reserve",
                command("r1~" + DIRECTORY + "-1@oldDirec~20~1000/reserve"));
    }

    @Test
    void otherCommandsKeepTheirIds() {
        for (String id : List.of(
                "7c5b-key",
                "event.0~x",
                "r1~" + DIRECTORY + "-1@evenOlde~9~1000", // of a topic that was another one then
                "r1~" + DIRECTORY + "-1~9~1000", // from before topics had ids
                "r1~in.fabrikam.com.directory-1@oldDirec~9~1000")) {
            assertEquals(id, command(id));
        }
        // Named by pin-service after a place, and read from a topic in which that name stays.
        StoredRecord mail =
                record("mailbox:contoso.com/u", "{}", header("cmd", "r1~" + DIRECTORY + "-1@oldDirec~9~1000.0"));
        assertEquals(
                "r1~" + DIRECTORY + "-1@oldDirec~9~1000.0", text(translation.of("notification.journal", mail), "cmd"));
    }

    @Test
    void whatSaysNoPlaceIsNotTouched() {
        String odd = "{ \"b\":1.0,  \"a\" : \"\\u00e8\" }";
        StoredRecord event = record("user:contoso.com/u-17", odd, header("type", "PinReset"), header("answer", "{ }"));
        StoredRecord now = translation.of("pin.journal", event);
        assertSame(event.value(), now.value());
        assertEquals("{ }", text(now, "answer"));
        StoredRecord contract = record("contoso.com/u-17", "{\"partition\":1,\"offset\":9}");
        assertSame(contract, translation.of("pin.events", contract));
    }

    /** Whoever stores another place finds this test, and then {@link dev.foyer.base.events.StoredPlaces}. */
    @Test
    void noServiceStoresAPlaceThatIsNotTranslated() throws IOException {
        Set<String> storing = new TreeSet<>();
        Pattern type = Pattern.compile("^(?:.* )?([A-Za-z]+)\\((.*)\\)$");
        for (String service : List.of("pin", "notification", "meeting")) {
            for (String line : Files.readAllLines(newest(service).resolve("vocabulary.txt"))) {
                Matcher said = type.matcher(line);
                if (said.matches() && said.group(2).matches("(?i).*(offset|partition|topicId|\\bends\\b|position).*")) {
                    storing.add(service + " " + said.group(1));
                }
            }
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "pin LetterPlace",
                        "pin Licence",
                        "notification LetterPlace",
                        "notification SealedPin",
                        "meeting LetterPlace",
                        "meeting Beginning",
                        "meeting Source")),
                storing);
    }

    private static Path newest(String service) throws IOException {
        Path formats = Repository.find().root().resolve(service + "-service/src/test/resources/formats");
        try (Stream<Path> all = Files.list(formats)) {
            return all.max(Comparator.comparingInt(
                            folder -> Integer.parseInt(folder.getFileName().toString())))
                    .orElseThrow();
        }
    }

    private String value(String topic, String key, String json) {
        return new String(translation.of(topic, record(key, json)).value(), UTF_8);
    }

    private String command(String id) {
        return text(translation.of("pin.journal", record("user:contoso.com/u-17", "{}", header("cmd", id))), "cmd");
    }

    private static StoredRecord record(String key, String value, StoredRecord.Field... headers) {
        return new StoredRecord(0, 0, key.getBytes(UTF_8), value.getBytes(UTF_8), List.of(headers));
    }

    private static StoredRecord.Field header(String name, String value) {
        return new StoredRecord.Field(name, value.getBytes(UTF_8));
    }

    private static String text(StoredRecord record, String header) {
        return record.headers().stream()
                .filter(field -> field.name().equals(header))
                .map(field -> new String(field.value(), UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
