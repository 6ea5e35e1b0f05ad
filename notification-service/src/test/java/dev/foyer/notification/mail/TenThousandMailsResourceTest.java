package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.FaultyServer.Fate;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand users and a {@link FaultyServer}, through the whole service on a real broker: what its ledger says of each mail is true. */
@QuarkusTest
@TestProfile(TenThousandMailsResourceTest.LittlePatience.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("long")
class TenThousandMailsResourceTest extends WithSetup {

    /** With servers that say nothing: the usual one would take hours. */
    public static class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("foyer.mail.patience", "2s", "foyer.mail.patience-for-answer", "15s");
        }
    }

    private static final Logger LOG = Logger.getLogger(TenThousandMailsResourceTest.class);
    private static final int USERS = 10_000;
    private static final int MUTE = 2;

    private final long seed = Long.getLong("foyer.seed", new Random().nextLong());
    private final List<String> users =
            IntStream.range(0, USERS).mapToObj(n -> "u-" + n).toList();
    /** The notifications of each user, in the order in which their PINs were made. */
    private final Map<String, List<String>> made = new ConcurrentHashMap<>();

    @AfterEach
    void backToTheOther() {
        MailServers.up();
    }

    @Test
    @Tag("D5")
    @Tag("D6")
    void eachLeavesOnceOrTheLedgerSaysWhatItKnowsAndNoneLeavesStale() {
        LOG.infof("-Dfoyer.seed=%d", seed);
        try (FaultyServer server = new FaultyServer(MailServers.scripted(), MUTE, seed, users, this::make)) {
            users.forEach(this::make);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(this::allAreOver);
            Map<String, JsonNode> ledger = setup.newest();
            server.check(users.stream().collect(Collectors.toMap(Function.identity(), user -> fates(user, ledger))));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dfoyer.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** Numbered in the user's own order, as pin-service does it. */
    private void make(String user) {
        List<String> before = made.computeIfAbsent(user, same -> new CopyOnWriteArrayList<>());
        ObjectNode delivery = NotificationTestSetup.delivery(user, "48213").put("sequence", before.size() + 1);
        before.add(delivery.get("notificationId").asText());
        setup.deliver(delivery);
    }

    private boolean allAreOver() {
        Map<String, JsonNode> ledger = setup.newest();
        return made.values().stream()
                .flatMap(List::stream)
                .map(id -> ledger.getOrDefault(id, NotificationTestSetup.object())
                        .path("status")
                        .asText())
                .noneMatch(List.of("", "QUEUED", "HELD", "RELEASED")::contains);
    }

    private List<Fate> fates(String user, Map<String, JsonNode> ledger) {
        return made.getOrDefault(user, Collections.emptyList()).stream()
                .map(ledger::get)
                .map(entry -> new Fate(
                        entry.get("notificationId").asText(),
                        entry.get("status").asText(),
                        entry.path("reason").asText()))
                .toList();
    }
}
