package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.access.Leaving;
import dev.foyer.local.access.Provisioning;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.http.Segment;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.tenants.DirectoryWord;
import dev.foyer.local.tenants.Operator;
import dev.foyer.local.topics.TopicList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant comes, lives and goes while everything runs: what {@code ./foyer tenant} does. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class TenantsIT {

    private static final String TENANT = "northwind.com";
    private static final String IN = "in.northwind.com.directory";
    private static final String OUT = "out.northwind.com.events";

    private static final TopicList DECLARED = TopicList.read(Repository.find().topics());

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Operator tenants;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        tenants = Operator.of(new Home(lent.home()), foyer.ports().http(Endpoint.GATEWAY), Map.of());
    }

    @Test
    @Tag("long")
    void aTenantComesLivesAndGoes() throws Exception {
        Api administrator = added(tenants.add(TENANT));
        Map<String, Object> systems = foyer.connection(TENANT);
        expect(200, administrator.patch("/api/v1/settings", Map.of("pinLength", PinHunt.LENGTH)));
        foyer.topicsOf(TENANT).say(IN, "nora", "foyer.directory.UserProvisioned.v1", """
                {"userId":"nora","userPrincipalName":"nora@northwind.com","displayName":"Nora"}""");
        soon().until(() -> administrator.get("/api/v1/users/nora").status() == 200);
        shared.issued(expect(201, administrator.post("/api/v1/users/nora/conferencing", Map.of()))
                .text("pin"));
        String meeting = expect(201, administrator.post("/api/v1/meetings", Map.of("organizer", "nora")))
                .text("conferenceId");
        Topics own = new Topics(systems, systems);
        soon().until(() ->
                own.committed(OUT).stream().anyMatch(event -> new String(event.key(), UTF_8).equals(meeting)));
        assertEquals(404, foyer.cast().admin().get("/api/v1/users/nora").status());

        fillAndBreakOff(administrator);
        tenants.remove(TENANT);

        assertEquals(401, administrator.get("/api/v1/settings").status());
        assertInstanceOf(
                SaslAuthenticationException.class,
                assertThrows(ExecutionException.class, () -> topicsOf(systems)).getCause());
        assertTrue(topicsOf(foyer.superUser()).stream().noneMatch(topic -> topic.contains(TENANT)));
        for (String user : List.of("nora", "u1;x", "u209")) {
            assertTrue(types("pin.events", TENANT + "/" + user).contains("foyer.pin.UserRemoved.v1"), user);
        }
        soon().until(() -> types("meeting.events", meeting).stream().anyMatch(type -> type.contains("MeetingEnded")));
        assertEquals(200, foyer.cast().admin().get("/api/v1/settings").status());
        assertEquals(List.of("operator"), actors("pin.events", TENANT + "/u209", "UserRemoved"));
        assertEquals(List.of("operator"), actors("pin.events", TENANT, "TenantAdded"));
        assertEquals(List.of("operator"), actors("pin.events", TENANT, "TenantRemoved"));
        comesAgainWithNothing();
    }

    /** Settings, users, mails, meetings, history: nothing of the tenant that was called so before. */
    private static void comesAgainWithNothing() throws Exception {
        Api heir = added(tenants.add(TENANT));
        assertEquals("5", expect(200, heir.get("/api/v1/settings")).text("pinLength"));
        for (String list : List.of("users", "notifications", "meetings", "scans")) {
            assertEquals(0, expect(200, heir.get("/api/v1/" + list)).at("items").size(), list);
        }
        expect(404, heir.get("/api/v1/users/nora"));
        foyer.topicsOf(TENANT).say(IN, "nora", "foyer.directory.UserProvisioned.v1", """
                {"userId":"nora","userPrincipalName":"nora@northwind.com","displayName":"New"}""");
        soon().until(() -> heir.get("/api/v1/users/nora/history").at("items").size() == 1);
        Map<String, Object> systems = foyer.connection(TENANT);
        Topics own = new Topics(systems, systems);
        soon().until(() -> own.committed(OUT).stream()
                .anyMatch(event -> text(event, "ce_type").contains("UserProvisioned")));
        assertTrue(own.committed(OUT).stream()
                .noneMatch(event -> text(event, "ce_type").contains("UserRemoved")));
        tenants.remove(TENANT);
        assertEquals(401, heir.get("/api/v1/settings").status());
    }

    private static Api added(Answer made) {
        shared.secrets(); // its password is looked for, also when the account is gone
        return Api.as(
                made.text("administrator.name"),
                made.text("administrator.password"),
                foyer.ports().http(Endpoint.GATEWAY));
    }

    @Test
    void anOperatorDoesTheSameOverRest() throws Exception {
        Api operator = Api.as(foyer.account("operator"), foyer.ports().http(Endpoint.GATEWAY));
        Api once = operator.with("Idempotency-Key", "tailspin-1");
        Answer made = expect(
                201, once.post("/api/v1/tenants", Map.of("tenant", "tailspin.com", "administrator", "tilda@tailspin")));
        assertEquals(
                made.body(),
                expect(
                                201,
                                once.post(
                                        "/api/v1/tenants",
                                        Map.of("tenant", "tailspin.com", "administrator", "tilda@tailspin")))
                        .body());
        assertEquals("tilda@tailspin", made.text("administrator.name"));
        Api tilda = added(made);
        expect(200, tilda.patch("/api/v1/settings", Map.of("pinLength", PinHunt.LENGTH)));
        expect(
                201,
                tilda.put("/api/v1/users/tom", Map.of("userPrincipalName", "tom@tailspin.com", "displayName", "Tom")));
        shared.issued(expect(201, tilda.post("/api/v1/users/tom/conferencing", Map.of()))
                .text("pin"));
        assertTrue(topicsOf(foyer.superUser()).contains("out.tailspin.com.events"));
        assertEquals(
                "/problems/tenant-exists",
                expect(409, operator.post("/api/v1/tenants", Map.of("tenant", "tailspin.com")))
                        .text("type"));
        expect(400, operator.post("/api/v1/tenants", Map.of("tenant", "Tailspin")));
        expect(403, tilda.delete("/api/v1/tenants/tailspin.com"));

        Api named = operator.with("Foyer-Tenant", "tailspin.com");
        assertEquals("***********", expect(200, named.get("/api/v1/users/tom")).text("conferencing.pin"));
        assertEquals(
                PinHunt.LENGTH + "", expect(200, named.get("/api/v1/settings")).text("pinLength"));
        expect(403, named.post("/api/v1/users/tom/pin/reset", Map.of()));

        soon().until(() -> operator.delete("/api/v1/tenants/tailspin.com").status() == 404);

        assertEquals(401, tilda.get("/api/v1/settings").status());
        expect(404, named.get("/api/v1/settings"));
        expect(404, named.get("/api/v1/users"));
        assertTrue(topicsOf(foyer.superUser()).stream().noneMatch(topic -> topic.contains("tailspin")));
        assertTrue(types("pin.events", "tailspin.com/tom").contains("foyer.pin.UserRemoved.v1"));
    }

    @Test
    void whatIsNoTenantIsRefused() {
        assertTrue(assertThrows(CannotRun.class, () -> tenants.add("Northwind"))
                .getMessage()
                .matches("Northwind is not added: .*must be a domain name in lower case such as contoso.com.*"));
        assertTrue(assertThrows(CannotRun.class, () -> tenants.remove("nobody.example"))
                .getMessage()
                .contains("nobody.example is not removed: No such tenant"));
        assertFalse(foyer.account("admin").password().isBlank());
    }

    /** More users than a page has, called whatever; and a removal that has begun and breaks off. */
    private static void fillAndBreakOff(Api gateway) {
        Topics directory = foyer.topicsOf(TENANT);
        directory.sayAll(
                IN,
                "foyer.directory.UserProvisioned.v1",
                IntStream.range(0, 210).boxed().collect(Collectors.toMap(i -> "u" + i, """
                        {"userId":"u%1$d","userPrincipalName":"u%1$d@northwind.com","displayName":"U %1$d"}"""::formatted)));
        for (String odd : List.of("u1?x", "u1#x", "u1;x", "u1%2Fx", "u1|x", "100%")) {
            directory.say(IN, odd, "foyer.directory.UserProvisioned.v1", """
                    {"userId":"%s","userPrincipalName":"odd","displayName":"Odd"}""".formatted(odd));
            soon().until(() -> gateway.get("/api/v1/users/" + Segment.of(odd))
                    .at("userId")
                    .asText()
                    .equals(odd));
            expect(204, gateway.delete("/api/v1/users/" + Segment.of(odd)));
            expect(
                    201,
                    gateway.put(
                            "/api/v1/users/" + Segment.of(odd),
                            Map.of("userPrincipalName", odd + "@northwind.com", "displayName", "Odd")));
        }
        for (String user : List.of("u1", "u1;x")) {
            expect(201, gateway.post("/api/v1/users/" + Segment.of(user) + "/conferencing", Map.of("reveal", false)));
            expect(201, gateway.post("/api/v1/meetings", Map.of("organizer", user)));
        }
        try (DirectoryWord word = new DirectoryWord(foyer.superUser(), TENANT)) {
            word.remove(Set.of("u2"));
        }
        soon().until(() -> gateway.get("/api/v1/users/u2").status() == 404);

        Home home = new Home(shared.home());
        new Leaving(home).add(TENANT); // as a removal does that then breaks off; the next start does this:
        Provisioning.of(home, DECLARED, Secrets.accountsOf(home).tenants()).apply(System.out::println);
        assertInstanceOf(
                TopicAuthorizationException.class,
                assertThrows(
                                IllegalStateException.class,
                                () -> directory.say(IN, "u2", "foyer.directory.UserRemoved.v1", "{}"))
                        .getCause());
        assertThrows(CannotRun.class, () -> tenants.add(TENANT));
        expect(200, gateway.get("/api/v1/users/u1"));
    }

    private static List<String> topicsOf(Map<String, Object> connection)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            return List.copyOf(admin.listTopics().names().get());
        }
    }

    private static List<String> actors(String topic, String key, String type) {
        return foyer.topics().committed(topic).stream()
                .filter(event -> new String(event.key(), UTF_8).equals(key))
                .filter(event -> text(event, "ce_type").contains("." + type + "."))
                .map(event -> text(event, "ce_actor"))
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> event, String header) {
        return new String(event.headers().lastHeader(header).value(), UTF_8);
    }

    private static List<String> types(String topic, String key) {
        return foyer.topics().committed(topic).stream()
                .filter(event -> new String(event.key(), UTF_8).equals(key))
                .map(event -> new String(event.headers().lastHeader("ce_type").value(), UTF_8))
                .toList();
    }

    private static Answer expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
