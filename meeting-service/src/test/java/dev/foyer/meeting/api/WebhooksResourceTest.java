package dev.foyer.meeting.api;

import static dev.foyer.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.RepeatableId;
import dev.foyer.meeting.MeetingEventsTopic;
import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
import dev.foyer.meeting.WebhookRequests;
import dev.foyer.meeting.webhook.TestReceivers;
import dev.foyer.meeting.webhook.TestReceivers.Got;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhooks over HTTP, on a real broker, with receivers that answer as they are told. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@QuarkusTestResource(TestReceivers.class)
class WebhooksResourceTest {

    private static final String ENABLED = "foyer.pin.UserEnabled.v1";
    private static final String DISABLED = "foyer.pin.UserDisabled.v1";

    private final WebhookRequests requests = new WebhookRequests("contoso.com");
    private final String name = "r-" + UUID.randomUUID();

    @AfterEach
    void removeAll() {
        requests.as("operator").removeAll().statusCode(204);
    }

    @Test
    @Tag("H1")
    void theSecretIsShownOnceAndNeverInAList() {
        JsonPath made = added(ENABLED);
        String secret = made.getString("secret");
        assertTrue(secret.startsWith("whsec_"), "the form of the specification");
        assertEquals(32, Base64.getDecoder().decode(secret.substring(6)).length);
        String list = requests.as("auditor")
                .list()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("ACTIVE"))
                .body("items[0].types", hasItem(ENABLED))
                .extract()
                .asString();
        assertFalse(list.contains("whsec_") || list.contains("eyJ"), "neither in clear nor sealed");
        byte[] key = Base64.getDecoder().decode(secret.substring(6));
        for (String topic : List.of("meeting.journal", "meeting.events", "meeting.snapshots")) {
            TopicContents.records(BrokerResource.broker(), topic).forEach(record -> {
                String text = record.value() == null ? "" : new String(record.value(), UTF_8);
                assertFalse(text.contains(secret.substring(6)), topic);
                assertFalse(text.contains(Base64.getUrlEncoder().encodeToString(key)), topic);
            });
        }
    }

    @Test
    @Tag("F")
    void aRepeatedRequestIsTheSameWebhookWithoutTheSecret() {
        String command = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("url", TestReceivers.url(name), "types", List.of(ENABLED));
        String first =
                requests.forCommand(command).add(body).statusCode(201).extract().path("webhook.id");
        requests.forCommand(command)
                .add(body)
                .statusCode(201)
                .body("webhook.id", equalTo(first))
                .body("secret", nullValue());
        requests.list().body("items", hasSize(1));
    }

    @Test
    @Tag("H1")
    @Tag("H3")
    void whatCannotBeIsRefusedWithWhatToDo() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("url", TestReceivers.url(name), "types", List.of()),
                Map.of("url", TestReceivers.url(name), "types", List.of("foyer.meeting.Nothing.v1")),
                Map.of("url", "https://10.0.0.1/", "types", List.of(ENABLED)),
                Map.of("url", "https://localhost:1/#x", "types", List.of(ENABLED)),
                Map.of("url", "nonsense", "types", List.of(ENABLED)),
                Map.of("url", "", "types", List.of(ENABLED)),
                Map.of("types", List.of(ENABLED)),
                Map.of("url", TestReceivers.url(name)))) {
            requests.add(wrong).statusCode(400);
        }
        requests.add(Map.of("url", "https://169.254.169.254/", "types", List.of(ENABLED)))
                .body("type", equalTo("/problems/webhook-url-refused"))
                .body("detail", containsString("inside"));
        requests.add(Map.of("url", TestReceivers.url(name), "types", List.of("x")))
                .body("type", equalTo("/problems/webhook-types-refused"))
                .body("detail", containsString("foyer.meeting.CallerAdmitted.v1"));
        requests.list().body("items", hasSize(0));
        IntStream.range(0, 6).forEach(n -> added(ENABLED));
        requests.add(Map.of("url", TestReceivers.url(name), "types", List.of(ENABLED)))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-webhooks"))
                .body("detail", containsString("6 webhooks"));
    }

    @Test
    @Tag("F")
    void onlyAdministratorsChangeThem() {
        String id = added(ENABLED).getString("webhook.id");
        requests.as("auditor").change(id, Map.of("paused", true)).statusCode(403);
        requests.as("auditor").remove(id).statusCode(403);
        requests.as("auditor").test(id).statusCode(403);
        requests.as("helpdesk").list().statusCode(403);
        requests.as("auditor").deliveries(id, Map.of()).statusCode(200);
        WebhookRequests others = new WebhookRequests("fabrikam.com");
        others.list().body("items", hasSize(0));
        others.remove(id).statusCode(404);
        others.test(id).statusCode(404);
        others.deliveries(id, Map.of()).statusCode(404);
    }

    @Test
    @Tag("H2")
    void anEventArrivesOnceSignedAndAsItIs() throws Exception {
        JsonPath made = added(ENABLED);
        String event = happens(ENABLED, "u-1");
        happens(DISABLED, "u-1");
        Got got = await().until(() -> TestReceivers.got(name), all -> all.size() == 1)
                .getFirst();
        assertEquals(List.of("v1," + hmac(made.getString("secret"), got)), List.of(got.signature()));
        JsonNode body = json(got);
        assertEquals(ENABLED, body.path("type").asText());
        assertEquals(event, body.path("id").asText());
        assertEquals("contoso.com", body.path("tenant").asText());
        assertEquals("u-1", body.path("data").path("userId").asText());
        assertTrue(body.has("timestamp"));
        String id = made.getString("webhook.id");
        await().untilAsserted(() -> requests.deliveries(id, Map.of())
                .body("total", equalTo(1))
                .body("items[0].status", equalTo("DELIVERED"))
                .body("items[0].id", equalTo(got.id()))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].responseStatus", equalTo(204)));
    }

    /** Some clients send a key with whatever they ask; a question that was answered once is asked again all the same. */
    @Test
    @Tag("H2")
    @Tag("case-L9")
    void aListIsOfNowAlsoUnderAKey() {
        String id = added(ENABLED).getString("webhook.id");
        WebhookRequests keyed =
                requests.forCommand(RepeatableId.of(UUID.randomUUID().toString()));
        happens(ENABLED, "u-keyed");
        await().untilAsserted(() ->
                requests.deliveries(id, Map.of("status", "DELIVERED")).body("total", equalTo(1)));
        keyed.deliveries(id, Map.of()).statusCode(200).body("total", equalTo(1));
        happens(ENABLED, "u-keyed");
        await().untilAsserted(() ->
                requests.deliveries(id, Map.of("status", "DELIVERED")).body("total", equalTo(2)));
        keyed.deliveries(id, Map.of()).statusCode(200).body("total", equalTo(2));
    }

    /** The tenant's topic may have it twice, and what is read may be read again. */
    @Test
    @Tag("H2")
    void anEventThatIsThereTwiceIsDeliveredOnce() {
        added(ENABLED);
        String event = happens(ENABLED, "u-2");
        write(event, ENABLED, "u-2");
        String behind = happens(ENABLED, "u-2");
        await().until(() -> TestReceivers.got(name).stream()
                .anyMatch(got -> json(got).path("id").asText().equals(behind)));
        assertEquals(2, TestReceivers.got(name).size());
        assertEquals(
                2, new HashSet<>(TestReceivers.got(name).stream().map(Got::id).toList()).size());
    }

    @Test
    @Tag("H2")
    void whatFailsIsTriedAgainUnderTheSameIdAndAtLastIsADeadLetterThatCanBeSentAgain() {
        String id = added(ENABLED).getString("webhook.id");
        TestReceivers.answers(name, 500);
        happens(ENABLED, "u-3");
        String delivery = await().until(
                        () -> requests.deliveries(id, Map.of("status", "FAILED"))
                                .extract()
                                .<String>path("items[0].id"),
                        notNullValue());
        requests.deliveries(id, Map.of())
                .body("items[0].attempts", equalTo(3))
                .body("items[0].reason", equalTo("answered 500"))
                .body("items[0].nextAttemptAt", nullValue());
        assertEquals(
                List.of(delivery, delivery, delivery),
                TestReceivers.got(name).stream().map(Got::id).toList());
        requests.list().body("items[0].failingSince", notNullValue());
        TestReceivers.answers(name, 200);
        requests.redeliver(id, delivery).statusCode(202).body("deliveryId", equalTo(delivery));
        await().untilAsserted(() -> requests.deliveries(id, Map.of("status", "DELIVERED"))
                .body("items[0].id", equalTo(delivery))
                .body("items[0].attempts", equalTo(4)));
        await().untilAsserted(() -> requests.list().body("items[0].failingSince", nullValue()));
        requests.redeliver(id, "msg_nobody").statusCode(404);
    }

    @Test
    @Tag("H4")
    void whoIsGoneIsToldNothingMore() {
        String id = added(ENABLED).getString("webhook.id");
        TestReceivers.answers(name, 410);
        happens(ENABLED, "u-4");
        await().untilAsserted(() -> requests.list()
                .body("items[0].status", equalTo("DISABLED"))
                .body("items[0].disabledFor", equalTo("GONE")));
        await().untilAsserted(() -> requests.deliveries(id, Map.of())
                .body("items[0].status", equalTo("FAILED"))
                .body("items[0].attempts", equalTo(1)));
        requests.test(id).statusCode(409).body("type", equalTo("/problems/webhook-not-active"));
        assertTrue(
                MeetingEventsTopic.events("contoso.com/" + id).stream()
                        .anyMatch(event -> event.type().equals("foyer.meeting.WebhookDisabled.v1")
                                && event.data().path("reason").asText().equals("GONE")),
                "it is an event");
        TestReceivers.answers(name, 204);
        requests.change(id, Map.of("paused", false)).statusCode(200).body("webhook.status", equalTo("ACTIVE"));
        requests.test(id).statusCode(202);
        await().until(() -> TestReceivers.got(name).size() == 2);
    }

    @Test
    @Tag("H2")
    void theTestButtonSendsAnEventOfNoMeaning() throws Exception {
        JsonPath made = added(DISABLED);
        String id = made.getString("webhook.id");
        String delivery = requests.test(id).statusCode(202).extract().path("deliveryId");
        Got got = await().until(() -> TestReceivers.got(name), all -> all.size() == 1)
                .getFirst();
        assertEquals(delivery, got.id());
        assertEquals("foyer.test", json(got).path("type").asText());
        assertEquals("v1," + hmac(made.getString("secret"), got), got.signature());
    }

    @Test
    @Tag("H2")
    void twoSignaturesWhileASecretIsRotated() throws Exception {
        JsonPath made = added(ENABLED);
        String id = made.getString("webhook.id");
        String next = requests.rotate(id)
                .statusCode(200)
                .body("secret", matchesPattern("whsec_.{44}"))
                .body("webhook.previousSecretUntil", notNullValue())
                .extract()
                .path("secret");
        assertNotEquals(made.getString("secret"), next);
        happens(ENABLED, "u-5");
        Got got = await().until(() -> TestReceivers.got(name), all -> all.size() == 1)
                .getFirst();
        assertEquals("v1," + hmac(next, got) + " v1," + hmac(made.getString("secret"), got), got.signature());
    }

    @Test
    @Tag("H1")
    void whatHappensInAPauseIsNotDeliveredLater() {
        String id = added(ENABLED).getString("webhook.id");
        requests.change(id, Map.of("paused", true)).statusCode(200).body("webhook.status", equalTo("PAUSED"));
        String other = "r-" + UUID.randomUUID();
        requests.add(Map.of("url", TestReceivers.url(other), "types", List.of(ENABLED)))
                .statusCode(201);
        happens(ENABLED, "u-6");
        await().until(() -> TestReceivers.got(other).size() == 1);
        requests.deliveries(id, Map.of()).body("total", equalTo(0));
        requests.change(id, Map.of("paused", false, "url", TestReceivers.url(name + "-2"), "description", "Milan"))
                .statusCode(200)
                .body("webhook.description", equalTo("Milan"));
        requests.test(id).statusCode(202);
        await().until(() -> TestReceivers.got(name + "-2").size() == 1);
        assertEquals(List.of(), TestReceivers.got(name));
    }

    /** Who takes what comes and never answers is waited for by its own threads only. */
    @Test
    @Tag("H2")
    void aDeadReceiverHoldsUpNobodyElse() {
        CountDownLatch until = new CountDownLatch(1);
        String dead = "dead-" + UUID.randomUUID();
        TestReceivers.isSilent(dead, until);
        requests.add(Map.of("url", TestReceivers.url(dead), "types", List.of(ENABLED)))
                .statusCode(201);
        added(ENABLED);
        List<String> events = new ArrayList<>();
        IntStream.range(0, 40).forEach(n -> events.add(happens(ENABLED, "u-7-" + n)));
        await().until(() -> TestReceivers.got(name).size() == events.size());
        assertTrue(TestReceivers.got(dead).size() <= 16, "sixteen at most are under way");
        until.countDown();
        await().until(() -> TestReceivers.got(dead).size() == events.size());
    }

    @Test
    @Tag("H2")
    void theListIsCutByACursor() {
        String id = added(ENABLED).getString("webhook.id");
        IntStream.range(0, 5).forEach(n -> happens(ENABLED, "u-8-" + n));
        await().untilAsserted(() ->
                requests.deliveries(id, Map.of("status", "DELIVERED")).body("total", equalTo(5)));
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = requests.deliveries(
                            id, cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
                    .statusCode(200)
                    .body("total", equalTo(5))
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(5, new HashSet<>(all).size());
        assertEquals(5, all.size());
        requests.deliveries(id, Map.of("cursor", "x"))
                .statusCode(400)
                .body("type", equalTo("/problems/cursor-invalid"));
        requests.deliveries(id, Map.of("type", DISABLED)).body("total", equalTo(0));
    }

    @Test
    @Tag("H4")
    void whatWasOnItsWayToARemovedWebhookIsGivenUp() {
        String id = added(ENABLED).getString("webhook.id");
        requests.remove(id).statusCode(204);
        requests.remove(id).statusCode(404);
        requests.deliveries(id, Map.of()).statusCode(404);
        requests.list().body("items.id", not(hasItem(id)));
        List<String> said = MeetingEventsTopic.events("contoso.com/" + id).stream()
                .map(event -> event.type() + " " + event.actor() + " " + event.actorRole())
                .toList();
        assertEquals(
                List.of(
                        "foyer.meeting.WebhookAdded.v1 admin conferencing-admin",
                        "foyer.meeting.WebhookRemoved.v1 admin conferencing-admin"),
                said);
    }

    private JsonPath added(String type) {
        return requests.add(Map.of("url", TestReceivers.url(name), "types", List.of(type)))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** @return the id of the event */
    private static String happens(String type, String user) {
        String id = UUID.randomUUID() + ".0";
        write(id, type, user);
        return id;
    }

    private static void write(String id, String type, String user) {
        PinServiceTopics.write(
                "out.contoso.com.events",
                "contoso.com/" + user,
                type.replace("foyer.pin.", "").replace(".v1", ""),
                id,
                Map.of("tenant", "contoso.com", "userId", user));
    }

    private static JsonNode json(Got got) {
        try {
            return new JsonMapper().readTree(got.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a receiver computes it. */
    private static String hmac(String secret, Got got) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal((got.id() + "." + got.timestamp() + "." + got.body()).getBytes(UTF_8)));
    }
}
