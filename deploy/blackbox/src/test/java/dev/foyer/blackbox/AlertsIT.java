package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.observability.Promtool;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Things are broken for real, and Alertmanager has the alert that says so, with the page that says what to do; when they are mended it is gone.
 * The rules are those of operators with windows a sixtieth as long. In order, from the least to the worst;
 * {@link WorseAlertsIT} goes on.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertsIT {

    private static final int GUESSES = 90;
    private static final int RECORDS = 60_000;

    private static Observed observed;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Promtool.isInstalled()
                        && Promtool.find("prometheus-alertmanager").isPresent(),
                Promtool.HOW_TO_INSTALL);
        observed = Observed.start();
        provision("alerted");
        observed.foyer().cast().admin().post("/api/v1/users/alerted/conferencing", Map.of());
        assertEquals(Map.of(), observed.alerts());
    }

    @AfterAll
    static void stop() throws IOException {
        if (observed != null) {
            observed.close();
        }
    }

    private static void provision(String user) {
        observed.foyer()
                .cast()
                .admin()
                .put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName", user + "@contoso.com",
                                "displayName", user,
                                "primarySmtpAddress", user + "@contoso.com"));
    }

    @Test
    @Order(1)
    void aScanOfConferenceIdsIsSeen() {
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < GUESSES; i++) {
                Map<String, String> call =
                        Map.of("callId", "scan-" + i, "conferenceId", Integer.toString(9_000_000 + i));
                callers.submit(() -> observed.foyer().cast().bridge().post("/api/v1/bridge/calls", call));
            }
        }
        observed.fires("FoyerConferenceIdScan", "at", "conference-id");
        observed.ends("FoyerConferenceIdScan");
    }

    @Test
    @Order(2)
    void aMailServerThatIsAwayIsSeenAndThenMailsThatWait() {
        observed.foyer().kill(Component.SINK);
        observed.foyer().cast().admin().post("/api/v1/users/alerted/pin/reset", Map.of("sendEmail", true));
        observed.fires("FoyerMailServerAway", "severity", "ticket");
        observed.fires("FoyerMailWaitsLong", "severity", "page");
        observed.foyer().restart(Component.SINK);
        observed.ends("FoyerMailWaitsLong");
        observed.ends("FoyerMailServerAway");
    }

    @Test
    @Order(3)
    void aChannelThatFillsIsSeen() {
        for (int i = 0; i < 4; i++) {
            provision("filled-" + i);
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                observed.foyer().connection("contoso.com"), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                String user = "filled-" + i % 4;
                producer.send(new CloudEvent(
                                "/contoso.com/hr",
                                "in.contoso.com.directory",
                                user,
                                "foyer.directory.UserChanged.v1",
                                "{\"userId\":\"" + user + "\",\"displayName\":\"Filled " + i + "\"}")
                        .toRecord());
            }
        }
        observed.fires("FoyerInboundBehind", "channel", "directory");
    }

    /** Of two instances one is killed: until the group gives its partitions to the other, nobody serves them. */
    @Test
    @Order(4)
    void anOwnerThatIsKilledIsSeen() {
        Ports ports = Ports.free();
        Child another = observed.foyer().startAnother(Component.PIN_SERVICE, ports, Map.of());
        String instance = observed.readAlso("pin-service", ports.of(Endpoint.PIN_MANAGEMENT));
        Observed.within()
                .until(() ->
                        observed.query("sum(foyer_partitions_owned{service=\"pin-service\",state=\"serving\"}) == 3 and"
                                                + " count(foyer_partitions{service=\"pin-service\"}) == 2")
                                        .size()
                                == 1);
        observed.awaitServing(instance);
        another.kill();
        observed.fires("FoyerPartitionWithoutOwner", "service", "pin-service");
        observed.fires("FoyerServiceDown", "service", "pin-service");
        observed.ends("FoyerPartitionWithoutOwner");
    }

    /** Nobody is left who decides or mails, so each promise is broken, and people notice. */
    @Test
    @Order(5)
    void servicesThatAreAwayBreakEachPromise() {
        Cast cast = observed.foyer().cast();
        String held = cast.admin()
                .post("/api/v1/users/alerted/pin/reset", Map.of("sendEmail", false))
                .text("notification.id");
        String conference = cast.admin().get("/api/v1/users/alerted").text("conferencing.conferenceId");
        Answer dialled =
                cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", "waits", "conferenceId", conference));
        assertEquals("LOBBY", dialled.text("state"), dialled::toString);

        observed.foyer().kill(Component.PIN_SERVICE);
        whileFourTry(
                () -> cast.admin().post("/api/v1/users/alerted/pin/reset", Map.of("sendEmail", false)),
                "FoyerResetFails",
                "reset");
        observed.fires("FoyerServiceDown", "service", "pin-service");
        whileFourTry(
                () -> cast.bridge().post("/api/v1/bridge/calls/waits/organizer-pin", Map.of("pin", "4711")),
                "FoyerVerifyFails",
                "verify");
        observed.foyer().kill(Component.NOTIFICATION_SERVICE);
        whileFourTry(
                () -> cast.admin().post("/api/v1/notifications/" + held + "/send", Map.of()),
                "FoyerReleaseFails",
                "release");
    }

    /** The same again and again, as people do: one burst is a series that begins, which has no rate. */
    private static void whileFourTry(Runnable act, String alert, String promise) {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                people.submit(() -> {
                    while (!enough.get()) {
                        act.run();
                    }
                });
            }
            try {
                observed.fires(alert, "promise", promise);
            } finally {
                enough.set(true);
            }
        }
    }
}
