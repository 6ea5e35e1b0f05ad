package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.proof.process.GatewayTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SIGTERM in the middle of busy clients that keep their connections: whoever is not refused is answered. */
@Tag("case-L7")
@Tag("long")
class DrainIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int NOT_FOUND = 404;
    private static final Map<String, Boolean> NO_MAIL = Map.of("sendEmail", false);

    /** With a second in which services can be seen to refuse; by default they have none. */
    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer(
            "-Dfoyer.stop-notice=1s", Map.of("FOYER_RESETS_PER_USER", "1000000", "FOYER_RESETS_PER_ACTOR", "1000000"));

    @BeforeAll
    static void makeUsers() {
        for (int client = 0; client < BusyClients.COUNT; client++) {
            String id = user(client);
            Map<String, Object> body = Map.of(
                    "userPrincipalName", id + "@contoso.com",
                    "displayName", "Drain " + client,
                    "primarySmtpAddress", id + "@contoso.com",
                    "preferredLanguage", "en");
            awaitSuccess(() -> admin().put("/api/v1/users/" + id, body));
            awaitSuccess(() -> admin().post("/api/v1/users/" + id + "/conferencing", NO_MAIL));
        }
    }

    @Test
    void theGatewayCutsNobodyOff() throws Exception {
        BusyClients clients = new BusyClients("gateway", status -> status == 200, DrainIT::resetAtGateway);
        clients.start();
        assertTrue(terminated(Component.ADMIN_GATEWAY), "readiness was not down while it still answered");
        clients.stop();
        OWN.foyer().restart(Component.ADMIN_GATEWAY);
        assertNobodyWasCutOff(clients);
        assertEquals(Map.of(), decidedButNotTold(clients, "gateway"));
    }

    @Test
    void pinServiceCutsNobodyOff() throws Exception {
        PinInstance service = PinInstance.of(OWN.foyer(), OWN.foyer().ports());
        BusyClients clients =
                new BusyClients("direct", status -> status == 200, (client, id) -> service.reset(user(client), id));
        clients.start();
        assertTrue(terminated(Component.PIN_SERVICE), "readiness was not down while it still answered");
        clients.stop();
        OWN.foyer().restart(Component.PIN_SERVICE);
        assertNobodyWasCutOff(clients);
        assertEquals(Map.of(), decidedButNotTold(clients, "direct"));
    }

    @Test
    void nobodyAtTheGatewayLosesAPinWhenPinServiceStops() throws Exception {
        BusyClients clients = new BusyClients("behind", status -> status == 200, DrainIT::resetAtGateway);
        clients.start();
        terminated(Component.PIN_SERVICE);
        clients.stop();
        OWN.foyer().restart(Component.PIN_SERVICE);
        assertEquals(List.of(), clients.broken());
        clients.unavailable()
                .values()
                .forEach(answer ->
                        assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer::toString));
        assertEquals(Map.of(), decidedButNotTold(clients, "behind"));
    }

    /** Neither refused nor lost: the instance that was asked waits for the next owner. */
    @Test
    void whatIsHandedOverToAStoppingInstanceIsAnswered() throws Exception {
        PinInstance first = PinInstance.of(OWN.foyer(), OWN.foyer().ports());
        Ports ports = Ports.free();
        Child another = OWN.foyer().startAnother(Component.PIN_SERVICE, ports, Map.of());
        PinInstance second = PinInstance.of(OWN.foyer(), ports);
        BusyClients clients =
                new BusyClients("handed", status -> status == 200, (client, id) -> first.reset(user(client), id));
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> first.partitions() > 0 && second.partitions() > 0);
            clients.start();
        } finally {
            another.stop();
        }
        clients.awaitMore(BusyClients.COUNT);
        clients.stop();
        assertEquals(List.of(), clients.broken());
        assertEquals(Map.of(), clients.unavailable());
        assertEquals(Map.of(), decidedButNotTold(clients, "handed"));
    }

    @Test
    void notificationServiceCutsNobodyOff() throws Exception {
        assertCutsNobodyOff(
                Component.NOTIFICATION_SERVICE,
                Endpoint.NOTIFICATION,
                client -> "/users/" + user(client) + "/notifications/" + UUID.randomUUID() + "/discard");
    }

    @Test
    void meetingServiceCutsNobodyOff() throws Exception {
        assertCutsNobodyOff(
                Component.MEETING_SERVICE, Endpoint.MEETING, client -> "/meetings/" + (9_000_000 + client) + "/end");
    }

    private interface Nothing {
        /** The address of a command about what is not there: the service looks, and has nothing to do. */
        String of(int client);
    }

    private static void assertCutsNobodyOff(Component component, Endpoint endpoint, Nothing nothing) throws Exception {
        String service = component.title();
        Api api = Api.internal(
                OWN.foyer().ports().https(endpoint),
                Certificates.of(OWN.foyer().home()).client(Certificates.GATEWAY, service));
        GatewayTokens tokens = new GatewayTokens(OWN.foyer().gatewayKeys(), service, "contoso.com");
        BusyClients clients = new BusyClients(
                service,
                status -> status == NOT_FOUND,
                (client, id) -> api.with("Authorization", tokens.authorization("conferencing-admin", id))
                        .post("/internal/v1/tenants/contoso.com" + nothing.of(client), Map.of()));
        clients.start();
        assertTrue(terminated(component), "readiness was not down while it still answered");
        clients.stop();
        OWN.foyer().restart(component);
        assertNobodyWasCutOff(clients);
    }

    private static void assertNobodyWasCutOff(BusyClients clients) {
        assertEquals(List.of(), clients.broken());
        assertFalse(clients.unavailable().isEmpty(), "nobody was told to come later");
        for (Answer refused : clients.unavailable().values()) {
            assertEquals("/problems/stopping", refused.text("type"));
            assertEquals(Optional.of("1"), refused.headers().firstValue("Retry-After"));
            assertEquals(Optional.of("close"), refused.headers().firstValue("Connection"));
        }
    }

    /**
     * Asks it to end, and returns when it has.
     *
     * @return whether it said meanwhile that it takes no requests
     */
    private static boolean terminated(Component component) {
        ProcessHandle process = OWN.foyer().process(component);
        AtomicBoolean saidSo = new AtomicBoolean();
        process.destroy();
        Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> {
            saidSo.compareAndSet(false, saysThatItStops(component));
            return !process.isAlive();
        });
        return saidSo.get();
    }

    private static boolean saysThatItStops(Component component) {
        try {
            Answer ready = Api.anonymous(OWN.foyer().ports().http(component.management()))
                    .get("/q/health/ready");
            for (JsonNode check : ready.body().path("checks")) {
                if (check.path("name").asText().equals("takes requests")) {
                    return ready.status() == 503
                            && check.path("status").asText().equals("DOWN");
                }
            }
            return false;
        } catch (CannotRun gone) {
            return false;
        }
    }

    /** Requests that changed a PIN which nobody has got to see, and what was answered instead. */
    private static Map<String, String> decidedButNotTold(BusyClients clients, String name) {
        return Journal.read(OWN.foyer().topics(), "pin.journal").entries().stream()
                .map(Journal.Entry::correlation)
                .filter(id -> id.startsWith(name + "-") && !clients.succeeded().contains(id))
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> String.valueOf(clients.unavailable().get(id))));
    }

    private static Answer resetAtGateway(int client, String id) {
        Answer answer =
                admin().with("X-Correlation-Id", id).post("/api/v1/users/" + user(client) + "/pin/reset", NO_MAIL);
        assertTrue(answer.status() != 200 || answer.text("pin") != null, "a success without its PIN");
        return answer;
    }

    private static Api admin() {
        return OWN.foyer().cast().admin();
    }

    private static String user(int client) {
        return "drain-" + client;
    }

    private static void awaitSuccess(Supplier<Answer> request) {
        Awaitility.await().atMost(PATIENCE).until(() -> request.get().status() / 100 == 2);
    }
}
