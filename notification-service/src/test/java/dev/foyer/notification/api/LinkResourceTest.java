package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.LinkToken;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.ScriptedMailServer;
import dev.foyer.testing.ServedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** View-once links, from the mail that carries one to the answer that shows its PIN, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D7")
class LinkResourceTest extends WithSetup {

    private static final String TENANT = "links.example";
    private static final String LINK = "/internal/v1/tenants/{tenant}/links/{hash}";
    private static final Pattern ADDRESS =
            Pattern.compile("http://127\\.0\\.0\\.1:8080/pin/([A-Za-z0-9_-]{43})(?![\\w-])");

    /** The settings come by another topic than the PINs: until they are known, a mail has its PIN. */
    @BeforeEach
    void theTenantWantsLinks() throws Exception {
        setup.settings(
                TENANT,
                NotificationTestSetup.object().put("pinMail", "VIEW_ONCE_LINK").put("organizationName", "Links Ltd"));
        for (int i = 0; ; i++) {
            String user = "u-probe-" + i + "-" + System.nanoTime();
            if (ADDRESS.matcher(text(mailOf(user, "739100"))).find()) {
                return;
            }
        }
    }

    @Test
    void theMailHasALinkAndNoPin() throws Exception {
        MimeMessage mail = mailOf("u-mail", "739172");
        String text = text(mail);
        String page =
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
        assertFalse(text.contains("739172") || page.contains("739172"));
        assertTrue(page.contains(token("u-mail").text()));
        assertTrue(text.contains("not after"), text);
    }

    @Test
    void itShowsThePinOnceAndLeavesNoTokenBehind() {
        String id = deliver("u-once", "739173");
        LinkToken token = token("u-once");
        for (int i = 0; i < 3; i++) {
            look(token)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("READY"))
                    .body("language", equalTo("en"))
                    .body("organization", equalTo("Links Ltd"));
        }
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id)));
        open(token)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Foyer-Positions", startsWith("notification.events-"))
                .body("pin", equalTo("739173"))
                .body("size()", equalTo(1));
        open(token).then().statusCode(410).body("type", equalTo("/problems/link-used"));
        await().untilAsserted(() -> assertTrue(setup.entry(id).hasNonNull("openedAt")));
        assertEquals(List.of("QUEUED", "SENT", "SENT"), setup.statuses(id));
        look(token)
                .then()
                .statusCode(200)
                .body("state", equalTo("USED"))
                .body("openedAt", equalTo(setup.entry(id).get("openedAt").asText()))
                .body("size()", equalTo(3));
        for (String topic :
                List.of("notification.events", "notification.journal", "notification.snapshots", "pin.deliveries")) {
            List<String> everything = NotificationTestSetup.everything(topic);
            assertTrue(
                    everything.stream().noneMatch(one -> one.contains("739173") || one.contains(token.text())), topic);
        }
    }

    @Test
    @Tag("F")
    void aRepetitionOfTheSameRequestShowsNothing() {
        deliver("u-repeat", "739174");
        LinkToken token = token("u-repeat");
        CallToken repeated = nobody();
        open(token, repeated).then().statusCode(200);
        open(token, repeated).then().statusCode(410);
    }

    @Test
    @Tag("A4")
    void ofManyWhoPressAtOnceOneSeesIt() {
        deliver("u-race", "739175");
        LinkToken token = token("u-race");
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> open(token).statusCode())
                .toList();
        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        assertEquals(11, answers.stream().filter(status -> status == 410).count());
    }

    @Test
    @Tag("D5")
    void allThatShowsNothingIsAnsweredAlike() {
        deliver("u-reset", "739176");
        LinkToken old = token("u-reset");
        setup.deliver(
                NotificationTestSetup.delivery(TENANT, "u-reset", "739177").put("sendEmail", false));
        await().until(() -> look(old).statusCode() == 404);
        deliver("u-gone", "739178");
        LinkToken gone = token("u-gone");
        NotificationTestSetup.forget("pin.deliveries");
        String unknown = "A".repeat(43);
        String answer = answer(get(unknown));
        assertEquals(answer, answer(look(old)));
        assertEquals(answer, answer(open(old)));
        assertEquals(answer, answer(open(gone)));
        assertEquals(answer, answer(get("no-hash")));
        assertEquals(answer, answer(call(nobody()).post(LINK + "/open", "-", unknown)));
    }

    /** The server takes the mail, says nothing, and gets it once more. */
    @Test
    @Tag("D6")
    void ofTwoCopiesOfAMailEitherShowsItsOnePin() throws Exception {
        List<LinkToken> copies = new ArrayList<>();
        String id;
        try (ScriptedMailServer server = MailServers.scripted()) {
            AtomicInteger asked = new AtomicInteger();
            server.answer("DOT", _ -> asked.getAndIncrement() == 0 ? ScriptedMailServer.HANG_UP : "250 taken");
            id = deliver("u-copies", "739179");
            await().until(() -> setup.statuses(id).contains("SENT"));
            for (ScriptedMailServer.Received copy : server.mails()) {
                copies.add(token(new MimeMessage(
                        null, new ByteArrayInputStream(copy.data().getBytes(ISO_8859_1)))));
            }
        } finally {
            MailServers.up();
        }
        assertEquals(2, copies.size());
        assertNotEquals(copies.getFirst().hash(), copies.getLast().hash());
        open(copies.getFirst()).then().statusCode(200).body("pin", equalTo("739179"));
        open(copies.getLast()).then().statusCode(410);
    }

    @Test
    @Tag("A5")
    void onlyWhoAsksForNobodyMay() {
        deliver("u-guarded", "739180");
        LinkToken token = token("u-guarded");
        CallToken admin = CallToken.of("notification-service", "-");
        open(token, admin).then().statusCode(403).body("type", equalTo("/problems/role-not-allowed"));
        call(nobody())
                .post(LINK + "/open", TENANT, token.hash())
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/another-tenant"));
        look(token).then().statusCode(200).body("state", equalTo("READY"));
    }

    @Test
    @Tag("F")
    void theDocumentOfItIsTrue() {
        deliver("u-document", "739181");
        LinkToken token = token("u-document");
        assertEquals(List.of(), ServedApi.read().untrue("get", LINK, 200, look(token)));
        assertEquals(List.of(), ServedApi.read().untrue("post", LINK + "/open", 200, open(token)));
        assertEquals(List.of(), ServedApi.read().untrue("post", LINK + "/open", 410, open(token)));
        assertEquals(List.of(), ServedApi.read().untrue("get", LINK, 200, look(token)));
        assertEquals(List.of(), ServedApi.read().untrue("get", LINK, 404, get("A".repeat(43))));
    }

    private String deliver(String user, String pin) {
        return deliver(NotificationTestSetup.delivery(TENANT, user, pin));
    }

    private String deliver(ObjectNode delivery) {
        return setup.deliver(delivery.put("preferredLanguage", "en"));
    }

    private MimeMessage mailOf(String user, String pin) {
        deliver(user, pin);
        return arrived(user);
    }

    private static MimeMessage arrived(String user) {
        String address = user + "@contoso.com";
        await().until(() -> !MailServers.arrivedFor(address).isEmpty());
        return MailServers.arrivedFor(address).getLast();
    }

    /** As its reader finds it. */
    private static LinkToken token(String user) {
        return token(arrived(user));
    }

    private static LinkToken token(MimeMessage mail) {
        Matcher found = ADDRESS.matcher(text(mail));
        assertTrue(found.find(), "No link in the mail");
        return LinkToken.of(found.group(1)).orElseThrow();
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response look(LinkToken token) {
        return get(token.hash());
    }

    private static Response get(String hash) {
        return call(nobody()).get(LINK, "-", hash);
    }

    private static Response open(LinkToken token) {
        return open(token, nobody());
    }

    private static Response open(LinkToken token, CallToken caller) {
        return call(caller).post(LINK + "/open", "-", token.hash());
    }

    private static String answer(Response response) {
        return response.statusCode() + " " + response.body().asString();
    }

    private static RequestSpecification call(CallToken caller) {
        return given().noContentType().header("Authorization", caller.authorization());
    }

    private static CallToken nobody() {
        return CallToken.of("notification-service", "-").as("anonymous");
    }
}
