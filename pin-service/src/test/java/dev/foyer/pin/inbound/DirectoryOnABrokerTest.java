package dev.foyer.pin.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant's system writes to its topic, as any Kafka client may; the effects are in our public topics. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class DirectoryOnABrokerTest {

    private static final String CONTOSO = "contoso.com";

    @Inject
    Users users;

    @Inject
    UserNaming naming;

    @Inject
    ConferenceIdAssignment conferenceIds;

    @Inject
    Validator validator;

    private final TenantSystem contoso = new TenantSystem(CONTOSO);
    private final String user = "u-" + UUID.randomUUID();

    @AfterEach
    void close() {
        contoso.close();
    }

    @Test
    @Tag("C1")
    @Tag("A4")
    @Tag("A6")
    void aUsersLifeThroughTheTopic() {
        contoso.say("UserProvisioned", user, profile("Amos"));
        contoso.sayStructured("LicenseAssigned", user, data("\"changedBy\":\"u-3\""));
        contoso.say("UserChanged", user, data("\"displayName\":\"Amos Marble\",\"primarySmtpAddress\":null"));
        contoso.sayStructured("LicenseRemoved", user, data());
        contoso.say("UserRemoved", user, data());
        eventually().until(() -> types(CONTOSO).contains("UserRemoved"));
        assertEquals(
                List.of("UserProvisioned", "UserEnabled", "UserProvisioned", "UserDisabled", "UserRemoved"),
                types(CONTOSO));
        InboundEvent enabled = events(CONTOSO).get(1);
        assertEquals("u-3", enabled.actor());
        assertEquals("directory", enabled.actorRole());
        InboundEvent changed = events(CONTOSO).get(2);
        assertEquals("Amos Marble", changed.data().path("displayName").asText());
        assertFalse(changed.data().has("primarySmtpAddress"));
        pinIsOnlySealed();
    }

    /** Nobody is shown it: it lies sealed in the delivery, and in clear nowhere. */
    private void pinIsOnlySealed() {
        InboundEvent delivery = TopicContents.events(BrokerResource.broker(), "pin.deliveries").stream()
                .filter(event -> event.subject().equals(CONTOSO + "/" + user))
                .findFirst()
                .orElseThrow();
        assertFalse(delivery.data().has("sendEmail"), "the tenant's switch decides");
        String pin = PinKeysResource.open(
                new SealedPin(delivery.data().path("sealedPin").asText()));
        assertTrue(pin.matches("\\d{5}"));
        for (String topic : List.of("pin.events", "pin.journal", "pin.deliveries", "pin.dead-letters")) {
            for (ConsumerRecord<byte[], byte[]> each : TopicContents.records(BrokerResource.broker(), topic)) {
                String value = each.value() == null ? "" : new String(each.value(), UTF_8);
                assertFalse(value.contains("\"" + pin + "\""), topic);
            }
        }
    }

    @Test
    @Tag("F")
    void whatIsSentAgainChangesNothing() {
        contoso.say("e1-" + user, "LicenseRemoved", user, data()); // nothing to do: nobody knows the user
        contoso.say("e2-" + user, "UserProvisioned", user, profile("Amos"));
        contoso.say("e3-" + user, "LicenseAssigned", user, data());
        contoso.say("e4-" + user, "UserChanged", user, data("\"displayName\":\"Amos Marble\""));
        for (int i = 0; i < 3; i++) {
            contoso.say("e1-" + user, "LicenseRemoved", user, data());
            contoso.say("e2-" + user, "UserProvisioned", user, profile("Amos"));
            contoso.say("e3-" + user, "LicenseAssigned", user, data());
            contoso.say("e4-" + user, "UserChanged", user, data("\"displayName\":\"Amos Marble\""));
        }
        contoso.say("UserChanged", user, data("\"displayName\":\"last\""));
        eventually().until(() -> names(CONTOSO).contains("last"));
        assertEquals(List.of("UserProvisioned", "UserEnabled", "UserProvisioned", "UserProvisioned"), types(CONTOSO));
    }

    /** As after a crash before the positions were committed, with a process that remembers nothing. */
    @Test
    @Tag("F")
    void whatIsReadAgainFromTheBeginningChangesNothing() {
        contoso.say("LicenseRemoved", user, data()); // had nothing to do then, would have now
        contoso.say("UserProvisioned", user, profile("Amos"));
        contoso.say("UserProvisioned", user, profile("Amos"));
        contoso.say("UserChanged", user, data("\"displayName\":\"Amos Marble\""));
        contoso.say("LicenseAssigned", user, data());
        eventually().until(() -> types(CONTOSO).contains("UserEnabled"));
        List<InboundEvent> before = events(CONTOSO);
        DirectoryReactions fresh = new DirectoryReactions(users, naming, conferenceIds, validator);
        List<InboundEvent> all = TopicContents.records(BrokerResource.broker(), "in." + CONTOSO + ".directory").stream()
                .filter(read -> user.equals(new String(read.key(), UTF_8)))
                .map(CloudEventReader::read)
                .map(event -> event.of(topicId(event.topic())))
                .toList();
        assertEquals(5, all.size());
        all.forEach(event -> fresh.handle(event).toCompletableFuture().join());
        assertEquals(before, events(CONTOSO));
    }

    @Test
    @Tag("F")
    void theOrderOfAUserIsKept() {
        contoso.say("UserProvisioned", user, profile("0"));
        List<String> expected =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        expected.stream()
                .skip(1)
                .forEach(name -> contoso.say("UserChanged", user, data("\"displayName\":\"" + name + "\"")));
        eventually().until(() -> names(CONTOSO).size() == expected.size());
        assertEquals(expected, names(CONTOSO));
    }

    @Test
    void aTenantThatComesWhileWeRunIsHeardWithinSeconds() {
        Management.get("/q/health/ready").then().statusCode(200);
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        try (TenantSystem system = TenantSystem.ofNew(tenant)) {
            system.say("UserProvisioned", user, profile("Amos"));
            await().atMost(Duration.ofSeconds(15)).until(() -> types(tenant).equals(List.of("UserProvisioned")));
        }
        assertEquals(List.of(), types(CONTOSO));
    }

    @Test
    @Tag("G6")
    @Tag("F")
    void aLicenceThatComesBeforeItsUserWaitsForTheUser() {
        contoso.say("LicenseAssigned", user, data("\"changedBy\":\"u-3\""));
        contoso.say("UserProvisioned", user, profile("Amos"));
        eventually().until(() -> types(CONTOSO).contains("UserEnabled"));
        assertEquals(List.of("UserProvisioned", "UserEnabled"), types(CONTOSO));
        assertEquals("u-3", events(CONTOSO).getLast().actor());
    }

    @Test
    @Tag("G6")
    @Tag("F")
    void whoLosesTheLicenceBeforeComingIsNotEnabled() {
        contoso.say("LicenseAssigned", user, data());
        contoso.say("LicenseRemoved", user, data());
        contoso.say("UserProvisioned", user, profile("Amos"));
        contoso.say("UserChanged", user, data("\"displayName\":\"last\""));
        eventually().until(() -> names(CONTOSO).contains("last"));
        assertEquals(List.of("UserProvisioned", "UserProvisioned"), types(CONTOSO));
    }

    @Test
    @Tag("G5")
    void aNameThatIsCleanedSaysSoInItsEvent() {
        contoso.say("UserProvisioned", user, profile("Amos\\u202e \\u200bMarble"));
        contoso.say("UserChanged", user, data("\"displayName\":\"last\""));
        eventually().until(() -> names(CONTOSO).contains("last"));
        assertEquals(List.of("Amos Marble", "last"), names(CONTOSO));
        assertTrue(events(CONTOSO).getFirst().data().path("nameCleaned").asBoolean());
        assertFalse(events(CONTOSO).getLast().data().has("nameCleaned"));
    }

    /** Under small offsets and old times, as of a mirror that begins anew: no place in it is behind us. */
    @Test
    @Tag("case-T6")
    @Tag("F")
    void aTopicThatIsMadeAnewLosesNothing() {
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        try (TenantSystem system = TenantSystem.ofNew(tenant)) {
            system.say("UserProvisioned", user, profile("0"));
            for (int i = 1; i < 5; i++) {
                system.say("UserChanged", user, data("\"displayName\":\"" + i + "\""));
            }
            eventually().until(() -> names(tenant).contains("4"));
            system.madeAnewWithOldTimes(Instant.now().minus(Duration.ofDays(1)));
            system.say("UserChanged", user, data("\"displayName\":\"restored\""));
            system.say("LicenseAssigned", user, data());
            eventually().until(() -> types(tenant).contains("UserEnabled"));
            assertEquals("restored", names(tenant).getLast());
        }
    }

    @Test
    @Tag("A3")
    @Tag("F")
    void whatIsNotAllowedLiesInTheDeadLettersWithItsReasonAndStopsNobody() {
        contoso.send(user, "not an event", Map.of());
        contoso.say("UserProvisioned", user, "{\"userId\":\"" + user + "\"}");
        contoso.say("UserProvisioned", user, profile("Amos"));
        contoso.say("LicenseAssigned", user, data("\"changedBy\":\"" + user + "\""));
        contoso.say("PinResetRequested", user, data());
        contoso.say("SomethingElse", user, data());
        contoso.say("UserChanged", user, data("\"displayName\":\"last\""));
        eventually().until(() -> names(CONTOSO).contains("last"));
        assertEquals(List.of("UserProvisioned", "UserProvisioned"), types(CONTOSO));
        List<String> reasons = TopicContents.records(BrokerResource.broker(), "pin.dead-letters").stream()
                .filter(letter -> letter.key() != null && user.equals(new String(letter.key(), UTF_8)))
                .map(letter -> header(letter, "dead-letter-reason"))
                .toList();
        assertEquals(4, reasons.size(), reasons::toString);
        assertTrue(reasons.get(0).contains("no CloudEvent"), reasons.get(0));
        assertTrue(reasons.get(1).contains("userPrincipalName must not be blank"), reasons.get(1));
        assertTrue(reasons.get(2).contains("Nobody makes their own PIN"), reasons.get(2));
        assertTrue(reasons.get(3).contains("an administrator resets them through the API"), reasons.get(3));
        String metrics = Management.get("/q/metrics").asString();
        assertTrue(
                metrics.lines()
                        .anyMatch(line -> line.startsWith("foyer_inbound_records_total")
                                && line.contains("outcome=\"skipped\"")
                                && line.contains("group=\"pin-service.in.directory\"")
                                && !line.endsWith(" 0.0")),
                metrics);
    }

    /** As the reader knows it. */
    private static String topicId(String topic) {
        try (Admin admin = Admin.create(BrokerResource.broker().connection())) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .topicId()
                    .toString()
                    .substring(0, 8);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private String profile(String displayName) {
        return data("\"userPrincipalName\":\"" + user + "@contoso.com\",\"primarySmtpAddress\":\"amos@contoso.com\","
                + "\"displayName\":\"" + displayName + "\"");
    }

    private String data(String... more) {
        String fields = more.length == 0 ? "" : "," + more[0];
        return "{\"userId\":\"" + user + "\"" + fields + "}";
    }

    private List<InboundEvent> events(String tenant) {
        return TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event -> event.subject().equals(tenant + "/" + user))
                .toList();
    }

    private List<String> types(String tenant) {
        return events(tenant).stream()
                .map(event -> event.type().split("\\.")[2])
                .toList();
    }

    private List<String> names(String tenant) {
        return events(tenant).stream()
                .filter(event -> event.type().contains("UserProvisioned"))
                .map(event -> event.data().path("displayName").asText())
                .toList();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
