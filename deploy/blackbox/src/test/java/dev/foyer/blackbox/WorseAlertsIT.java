package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.observability.Promtool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * As {@link AlertsIT}, of what others do to it, of keys, and of what only an operator can mend: a journal that cannot be read, and a broker
 * that is gone. What is broken last is not mended.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorseAlertsIT {

    private static final int RECORDS = 40;
    private static final int ORGANIZERS = 40;
    /** So many that some are of the partitions of either instance. */
    private static final int RESETS = 12;

    private static Observed observed;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Promtool.isInstalled()
                        && Promtool.find("prometheus-alertmanager").isPresent(),
                Promtool.HOW_TO_INSTALL);
        observed = Observed.start();
        assertEquals(Map.of(), observed.alerts());
    }

    @AfterAll
    static void stop() throws IOException {
        if (observed != null) {
            observed.close();
        }
    }

    private static KeyFile pepper() {
        return new KeyFile(observed.foyer().home().secrets().resolve("pepper.json"));
    }

    @Test
    @Order(1)
    void recordsThatNobodyCanReadAreSeen() {
        observed.foyer()
                .topics()
                .sayAll(
                        "in.contoso.com.directory",
                        "foyer.directory.UserProvisioned.v1",
                        IntStream.range(0, RECORDS)
                                .boxed()
                                .collect(Collectors.toMap(i -> "unread-" + i, i -> "{\"userId\":")));
        observed.fires("FoyerDeadLettersGrow", "service", "pin-service");
        observed.ends("FoyerDeadLettersGrow");
    }

    /** A wrong PIN each, from as many telephones; one is enough here. */
    @Test
    @Order(2)
    @Tag("B2")
    void pinsThatAreLockedOneAfterTheOtherAreSeen() {
        Cast cast = observed.foyer().cast();
        cast.admin()
                .patch("/api/v1/settings", Map.of("maximumLogonAttempts", 1, "automaticallySendEmailsToUsers", false));
        List<Answer> enabled =
                IntStream.range(0, ORGANIZERS).mapToObj(WorseAlertsIT::enable).toList();
        try (ExecutorService guessers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < ORGANIZERS; i++) {
                int n = i;
                guessers.submit(() -> guess(n, enabled.get(n)));
            }
        }
        observed.fires("FoyerLockoutStorm", "severity", "page");
        observed.ends("FoyerLockoutStorm");
    }

    private static Answer enable(int n) {
        String user = "/api/v1/users/locked-" + n;
        Cast cast = observed.foyer().cast();
        cast.admin()
                .put(user, Map.of("userPrincipalName", "locked-" + n + "@contoso.com", "displayName", "Locked " + n));
        Answer enabled = cast.admin().post(user + "/conferencing", Map.of("sendEmail", false));
        assertEquals(201, enabled.status(), enabled::toString);
        return enabled;
    }

    private static void guess(int n, Answer organizer) {
        Cast cast = observed.foyer().cast();
        String call = "guess-" + n;
        cast.bridge()
                .post(
                        "/api/v1/bridge/calls",
                        Map.of(
                                "callId",
                                call,
                                "conferenceId",
                                organizer.text("conferenceId"),
                                "from",
                                "+1206555" + (2_000 + n)));
        String right = organizer.text("pin");
        String wrong = (right.charAt(0) == '1' ? "2" : "1") + right.substring(1);
        cast.bridge().post("/api/v1/bridge/calls/" + call + "/organizer-pin", Map.of("pin", wrong));
    }

    /** Of two instances one keeps mails for half a day, so what is held there has less than a day left. */
    @Test
    @Order(3)
    void heldMailsThatNobodyLooksAfterAreSeen() {
        Ports ports = Ports.free();
        Child another = observed.foyer()
                .startAnother(Component.NOTIFICATION_SERVICE, ports, Map.of("FOYER_HOLD_TIME", "PT12H"));
        try {
            String instance = observed.readAlso("notification-service", ports.of(Endpoint.NOTIFICATION_MANAGEMENT));
            observed.awaitServing(instance);
            Api admin = observed.foyer().cast().admin();
            List<String> held = IntStream.range(0, RESETS)
                    .mapToObj(n -> admin.post("/api/v1/users/locked-" + n + "/pin/reset", Map.of("sendEmail", false))
                            .text("notification.id"))
                    .toList();
            observed.fires("FoyerMailHeldNearExpiry", "severity", "ticket");
            held.forEach(mail -> admin.post("/api/v1/notifications/" + mail + "/discard", Map.of()));
            observed.ends("FoyerMailHeldNearExpiry");
        } finally {
            another.stop();
        }
    }

    @Test
    @Order(4)
    @Tag("A6")
    void keysThatCannotBeUsedAreSeen() {
        KeyFile file = pepper();
        String before = file.spoil();
        observed.fires("FoyerKeysRefused", "keys", "pepper");
        file.write(before);
        observed.ends("FoyerKeysRefused");
    }

    @Test
    @Order(5)
    @Tag("A6")
    void aKeyThatIsTooOldIsSeen() {
        pepper().madeAt(Instant.now().minus(Duration.ofDays(500)));
        observed.fires("FoyerKeyTooOld", "keys", "pepper");
        pepper().madeAt(Instant.now());
        observed.ends("FoyerKeyTooOld");
    }

    /** One of ours at a host that the others were not told of: they hand it nothing, and an operator must know. */
    @Test
    @Order(6)
    void anInstanceThatTheOthersDoNotBelieveIsSeen() {
        Ports ports = Ports.free();
        String elsewhere = "https://localhost:" + ports.of(Endpoint.PIN);
        Child another =
                observed.foyer().startAnother(Component.PIN_SERVICE, ports, Map.of("FOYER_INSTANCE_URL", elsewhere));
        try (ExecutorService people = Executors.newFixedThreadPool(RESETS)) {
            observed.awaitServing(observed.readAlso("pin-service", ports.of(Endpoint.PIN_MANAGEMENT)));
            for (int i = 0; i < RESETS; i++) {
                String reset = "/api/v1/users/locked-" + i + "/pin/reset";
                people.submit(() -> observed.foyer().cast().admin().post(reset, Map.of("sendEmail", false)));
            }
            observed.fires("FoyerStrangers", "service", "pin-service");
        } finally {
            another.stop();
        }
        observed.ends("FoyerStrangers");
    }

    /** Who takes the partition over finds what nobody of ours has written, and does not go on as if it were not there. */
    @Test
    @Order(7)
    void aJournalThatCannotBeReadIsSeen() {
        try (KafkaProducer<byte[], byte[]> mischief = new KafkaProducer<>(
                observed.foyer().superUser(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] x = "x".getBytes(StandardCharsets.UTF_8);
            mischief.send(new ProducerRecord<>("pin.journal", 0, x, x));
        }
        Ports ports = Ports.free();
        Child another = observed.foyer().startAnother(Component.PIN_SERVICE, ports, Map.of());
        try {
            observed.readAlso("pin-service", ports.of(Endpoint.PIN_MANAGEMENT));
            observed.foyer().kill(Component.PIN_SERVICE);
            observed.fires("FoyerJournalUnreadable", "service", "pin-service");
        } finally {
            another.kill();
        }
    }

    @Test
    @Order(8)
    void aBrokerThatIsAwayIsSeen() {
        observed.foyer().kill(Component.BROKER);
        observed.fires("KafkaBrokerDown", "severity", "page");
        observed.fires("FoyerBrokerSilent", "severity", "page");
        observed.fires("FoyerViewBehind", "severity", "ticket");
    }
}
