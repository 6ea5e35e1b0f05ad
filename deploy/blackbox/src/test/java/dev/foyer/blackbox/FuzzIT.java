package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.OddRequests;
import dev.foyer.testing.fuzz.OddRequests.OddRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever anybody sends to any door of ours, with any credentials or none: it is answered, not by an error of ours, and
 * without a stack in a log. {@code -Dfuzz.seed} repeats a run.
 */
@Tag("case-S9")
@Tag("long")
class FuzzIT {

    private static final int AT_ONCE = 48;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** Clients that never finish are part of it, and should not be waited for long. */
    private static final String IMPATIENT = "-Dfoyer.body-timeout=1s";

    /** Of a campaign that lasts as long as the requests come. */
    private static final List<String> NOBODIES =
            IntStream.range(0, 600).mapToObj(i -> "odd-" + i).toList();

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(IMPATIENT);

    /** What does not speak HTTP. */
    private static final Set<Endpoint> OTHER_PROTOCOLS = Set.of(Endpoint.BROKER, Endpoint.SMTP);

    @TempDir
    static Path folder;

    private static Map<Endpoint, List<FuzzTarget>> doors;
    private static List<FuzzTarget> all;
    private static Map<String, List<String>> meant;
    private static StandInProvider provider;
    private static Child ofCompany;

    @BeforeAll
    static void know() throws Exception {
        Map<String, String> known = new HashMap<>(somebody(OWN.foyer().cast()));
        known.putAll(OneOfEach.of(OWN.foyer(), "odd", NOBODIES));
        known.put("campaign", known.get("campaignId"));
        known.put("letter", known.get("letterId"));
        meant = FuzzBodies.meant(known);
        FuzzDoors table = new FuzzDoors(OWN.foyer(), known);
        provider = new StandInProvider();
        Ports ports = Ports.free();
        ofCompany =
                OWN.foyer().startAnother(Component.ADMIN_GATEWAY, ports, provider.ofGateway(folder, FuzzDoors.TENANT));
        Api mira = Api.anonymous(ports.http(Endpoint.GATEWAY)).with("Authorization", "Bearer " + provider.token());
        assertTrue(
                Pause.untilTrue(PATIENCE, () -> isReady(mira) || !ofCompany.isAlive()) && ofCompany.isAlive(),
                () -> "" + ofCompany.lastLines(20));
        doors = table.all();
        all = Stream.concat(
                        doors.values().stream().flatMap(List::stream),
                        table.ofCompany(ports, provider.token()).stream())
                .toList();
    }

    private static boolean isReady(Api somebody) {
        try {
            return somebody.get("/api/v1/users").status() == 200;
        } catch (CannotRun nobodyListens) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (ofCompany != null) {
            ofCompany.stop();
        }
        if (provider != null) {
            provider.close();
        }
    }

    /** A user who is enabled, a caller who waits, a held mail. */
    private static Map<String, String> somebody(Cast cast) {
        String user = "/api/v1/users/u-17";
        String address = "amos@contoso.com";
        cast.admin()
                .put(
                        user,
                        Map.of(
                                "userPrincipalName",
                                address,
                                "displayName",
                                "Amos Marble",
                                "primarySmtpAddress",
                                address));
        Answer enabled = cast.admin().post(user + "/conferencing", Map.of("sendEmail", false));
        assertEquals(201, enabled.status(), enabled::toString);
        cast.admin()
                .put(
                        "/api/v1/users/u-18",
                        Map.of("userPrincipalName", "debra@contoso.com", "displayName", "Debra Berger"));
        String conferenceId = enabled.text("conferenceId");
        Answer call = cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", "c-1", "conferenceId", conferenceId));
        assertEquals(200, call.status(), call::toString);
        String mail = enabled.text("notification.id");
        return Map.ofEntries(
                Map.entry("tenant", FuzzDoors.TENANT),
                Map.entry("user", "u-17"),
                Map.entry("userId", "u-17"),
                Map.entry("scimUser", "u-18"),
                Map.entry("path", "Users/u-18"),
                Map.entry("account", "auditor"),
                Map.entry("conferenceId", conferenceId),
                Map.entry("callId", "c-1"),
                Map.entry("participantId", "p-1"),
                Map.entry("id", mail),
                Map.entry("notificationId", mail),
                Map.entry("token", "A".repeat(43)),
                Map.entry("hash", "A".repeat(43)),
                Map.entry("source", "withheld.bridge"),
                Map.entry("action", "lock"),
                Map.entry("mail", mail),
                Map.entry("path:.*", "Users/u-17"),
                Map.entry("name", "contoso"));
    }

    /** A port that is added needs a row in {@link FuzzDoors}. */
    @Test
    void everyPortHasADoor() {
        Set<Endpoint> known = EnumSet.copyOf(doors.keySet());
        known.addAll(OTHER_PROTOCOLS);
        Set<Endpoint> open = EnumSet.allOf(Endpoint.class);
        open.removeIf(Endpoint::isOfObservers); // nobody observes here
        assertEquals(open, known);
    }

    /** Nothing is described that was not found in the code. */
    @Test
    void whatIsDescribedIsBehindADoor() {
        for (Component service : Component.services()) {
            boolean gateway = service == Component.ADMIN_GATEWAY;
            JsonNode paths = Api.anonymous(
                            OWN.foyer().ports().http(gateway ? service.endpoint() : service.management()))
                    .get("/q/openapi?format=json")
                    .body()
                    .path("paths");
            List<String> described = new ArrayList<>();
            paths.properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
            assertFalse(described.isEmpty(), service::toString);
            described.removeAll(doors.get(service.endpoint()).getFirst().routes().stream()
                    .map(route -> route.method() + " " + route.template())
                    .toList());
            described.removeIf(route -> !METHODS.contains(route.replaceFirst(" .*", "")));
            assertEquals(List.of(), described, service::toString);
        }
    }

    @Test
    void twentyThousandRequests() throws Exception {
        run(20_000);
    }

    private static void run(int count) throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        OddRequests requests = new OddRequests(all, meant, seed);
        System.out.println(
                "FuzzIT: " + count + " requests to " + requests.turns() + " routes of " + all + ", seed " + seed);
        assertTrue(count >= requests.turns(), "each has its turn");
        FuzzClient client = new FuzzClient();
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                OddRequest request = requests.next();
                places.acquire();
                threads.submit(() -> {
                    try {
                        client.send(request);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        client.sendLateOnesAgain();
        campaignsStop();
        System.out.println("FuzzIT: " + client);
        assertTrue(client.hasSeen(200) && client.hasSeen(400), client::toString);
        List<String> wrong = new ArrayList<>(client.failures());
        wrong.addAll(LogComplaints.in(OWN.home(), none -> false));
        assertEquals(List.of(), wrong, "seed " + seed);
        List<String> said = new ArrayList<>();
        assertTrue(OWN.foyer().journalsAgree(said::add), () -> String.join("\n", said));
    }

    /** What works on by itself would change the journals while they are compared. */
    private static void campaignsStop() {
        Api admin = OWN.foyer().cast().admin();
        admin.get("/api/v1/campaigns?state=RUNNING&limit=200")
                .at("items")
                .forEach(campaign -> admin.with("X-Reason", "The requests are over")
                        .post("/api/v1/campaigns/" + campaign.path("id").asText() + "/stop", Map.of()));
    }
}
