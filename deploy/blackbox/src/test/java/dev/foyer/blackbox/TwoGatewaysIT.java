package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.testing.EventStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two gateways side by side on one broker, as behind a load balancer: what was done through one is seen through the other by whoever
 * carries {@code Foyer-Position}, and who listens at one goes on at the other.
 */
@Tag("F")
@Tag("long")
class TwoGatewaysIT {

    private static final String POSITION = "Foyer-Position";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("\"id\":\"(listened-[0-9]+)\"");

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static Ports ports;
    private static Child second;

    @BeforeAll
    static void startTheSecond() throws Exception {
        ports = Ports.free();
        second = OWN.foyer()
                .startAnother(
                        Component.ADMIN_GATEWAY,
                        ports,
                        Map.of(
                                "FOYER_INDEX_DIRECTORY",
                                Files.createTempDirectory("index").toString()));
        Awaitility.await().atMost(PATIENCE).until(TwoGatewaysIT::isReady);
    }

    @AfterAll
    static void stopTheSecond() {
        second.stop();
    }

    private static boolean isReady() {
        try {
            return Api.anonymous(ports.http(Component.ADMIN_GATEWAY.management()))
                            .get("/q/health/ready")
                            .status()
                    == 200;
        } catch (RuntimeException e) {
            return false; // nobody listens yet
        }
    }

    private static Api atTheFirst() {
        return OWN.foyer().cast().admin();
    }

    private static Api atTheSecond() {
        return Api.as(OWN.foyer().account("admin"), ports.http(Endpoint.GATEWAY));
    }

    private static Answer provision(Api somewhere, String user) {
        Answer done = somewhere.put(
                "/api/v1/users/" + user,
                Map.of("userPrincipalName", user + "@contoso.com", "displayName", "Two Doors"));
        assertEquals(201, done.status(), done::toString);
        return done;
    }

    private static String position(Answer done) {
        return done.headers().firstValue(POSITION).orElseThrow();
    }

    /** To and fro, each time in the other's first answer, and in its lists, and as a command needs it. */
    @Test
    void whatWasDoneThroughOneIsSeenThroughTheOther() {
        for (int i = 0; i < 20; i++) {
            Api one = i % 2 == 0 ? atTheFirst() : atTheSecond();
            Api other = i % 2 == 0 ? atTheSecond() : atTheFirst();
            String user = "to-and-fro-" + i;
            Api after = other.with(POSITION, position(provision(one, user)));
            assertEquals(200, after.get("/api/v1/users/" + user).status(), user);
            assertTrue(
                    after.get("/api/v1/users?limit=200&q=" + user)
                            .body()
                            .toString()
                            .contains(user),
                    user);
            Answer enabled = after.post("/api/v1/users/" + user + "/conferencing", Map.of("reveal", false));
            assertEquals(201, enabled.status(), enabled::toString);
            Answer there = one.with(POSITION, position(enabled)).get("/api/v1/users/" + user);
            assertTrue(there.at("conferencing.enabled").asBoolean(), user);
        }
    }

    /** It stands still meanwhile, as when a machine is busy: so what it shows is old when it is asked. */
    @Test
    void aGatewayThatIsBehindShowsItOrSaysThatItDoesNot() throws Exception {
        String user = "behind";
        signal("STOP");
        CompletableFuture<Answer> asked;
        try {
            Api after = atTheSecond().with(POSITION, position(provision(atTheFirst(), user)));
            asked = CompletableFuture.supplyAsync(() -> after.get("/api/v1/users/" + user));
        } finally {
            signal("CONT");
        }
        assertEquals(200, asked.join().status());
        String never = Base64.getUrlEncoder().withoutPadding().encodeToString("pin.events-0@123456789".getBytes(UTF_8));
        Answer unseen = atTheSecond().with(POSITION, never).get("/api/v1/users/" + user);
        assertEquals(503, unseen.status(), unseen::toString);
        assertEquals("/problems/view-behind", unseen.text("type"));
        assertEquals(
                400,
                atTheSecond().with(POSITION, "of-nobody").get("/api/v1/users").status());
    }

    /** Directory systems carry nothing along; the other gateway has read nothing of the user when it is asked. */
    @Test
    @Tag("G4")
    void whomADirectorySystemMadeThroughOneItFindsThroughTheOther() throws Exception {
        Answer made = atTheFirst().post("/api/v1/scim-tokens", Map.of("name", "Two Doors"));
        assertEquals(201, made.status(), made::toString);
        Api first = directorySystem(made.text("token"), OWN.foyer().ports().http(Endpoint.GATEWAY));
        Api second = directorySystem(made.text("token"), ports.http(Endpoint.GATEWAY));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> second.get("/scim/v2/Users?count=1").status() == 200);
        CompletableFuture<Answer> asked;
        CompletableFuture<Answer> searched;
        signal("STOP");
        try {
            Answer user = first.post(
                    "/scim/v2/Users",
                    Map.of(
                            "schemas",
                            List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                            "userName",
                            "both-doors@contoso.com"));
            assertEquals(201, user.status(), user::toString);
            asked = CompletableFuture.supplyAsync(() -> second.get("/scim/v2/Users/" + user.text("id")));
            searched = CompletableFuture.supplyAsync(
                    () -> second.get("/scim/v2/Users?filter=userName%20eq%20%22both-doors@contoso.com%22"));
        } finally {
            signal("CONT");
        }
        assertEquals(200, asked.join().status());
        assertEquals(1, searched.join().at("totalResults").asInt(), searched.join()::toString);
    }

    private static Api directorySystem(String token, URI gateway) {
        return Api.anonymous(gateway).with("Authorization", "Bearer " + token);
    }

    private static void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(second.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** As after any break: it misses nothing of what happened between, whichever gateway it comes to. */
    @Test
    void whoListensGoesOnAtTheOther() {
        List<String> heard = new ArrayList<>();
        String last;
        try (EventStream page = listen(ports.http(Endpoint.GATEWAY), null)) {
            Awaitility.await().until(() -> page.lastId() != null);
            IntStream.range(0, 10).forEach(i -> provision(atTheFirst(), "listened-" + i));
            Awaitility.await().atMost(PATIENCE).until(() -> ids(page).size() == 10);
            heard.addAll(ids(page));
            last = page.lastId();
        }
        IntStream.range(10, 20).forEach(i -> provision(atTheSecond(), "listened-" + i));
        try (EventStream page = listen(OWN.foyer().ports().http(Endpoint.GATEWAY), last)) {
            IntStream.range(20, 30).forEach(i -> provision(atTheFirst(), "listened-" + i));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> heard.size() + ids(page).size() >= 30);
            assertFalse(page.names().contains("reset"));
            ids(page)
                    .forEach(id -> assertEquals(
                            200, atTheFirst().get("/api/v1/users/" + id).status(), id + " is told of, so it shows"));
            heard.addAll(ids(page));
        }
        Set<String> all = new HashSet<>(heard);
        assertEquals(30, all.size());
        assertEquals(30, heard.size(), "nothing twice");
    }

    private static EventStream listen(URI gateway, String lastId) {
        return EventStream.of(
                gateway.resolve("/api/v1/live"),
                "admin",
                OWN.foyer().account("admin").password(),
                lastId);
    }

    private static List<String> ids(EventStream page) {
        return page.heard().stream()
                .flatMap(one -> ID.matcher(one.data()).results())
                .map(found -> found.group(1))
                .toList();
    }
}
