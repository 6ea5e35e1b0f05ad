package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** kill -9 and an orderly stop in the middle of what a tenant's system wrote: nothing of it is skipped, nothing done twice. */
@Tag("long")
class InboundCrashIT {

    private static final int USERS = 12_000;
    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final String GROUP = "pin-service.in.directory";

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @Test
    @Tag("F")
    @Tag("C1")
    void whatATenantWroteIsReadWhateverBecomesOfItsReaders() throws Exception {
        Ports ports = Ports.free();
        Child another = OWN.foyer().startAnother(Component.PIN_SERVICE, ports, Map.of());
        PinInstance second = PinInstance.of(OWN.foyer(), ports);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> second.partitions() > 0);
        write(0, USERS);
        awaitSome(USERS / 20);
        Instant asked = Instant.now();
        another.stop();
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 20, "it does not wait for what is in flight");
        neverAhead();
        write(USERS, 2 * USERS);
        awaitSome(USERS + USERS / 20);
        OWN.foyer().kill(Component.PIN_SERVICE);
        neverAhead();
        OWN.foyer().crash(Component.PIN_SERVICE);
        awaitSome(2 * USERS);
        Map<String, Long> times = provisioned().stream().collect(groupingBy(user -> user, counting()));
        assertEquals(2 * USERS, times.size());
        assertEquals(
                List.of(),
                times.entrySet().stream().filter(each -> each.getValue() != 1).toList());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> committed().values().stream()
                                .mapToLong(OffsetAndMetadata::offset)
                                .sum()
                        == 2 * USERS);
    }

    private static void write(int from, int to) {
        OWN.foyer()
                .topics()
                .sayAll(
                        DIRECTORY,
                        "foyer.directory.UserProvisioned.v1",
                        IntStream.range(from, to)
                                .mapToObj(n -> "crash-" + n)
                                .collect(toMap(user -> user, InboundCrashIT::profile)));
    }

    private static String profile(String user) {
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"%1$s",
                 "primarySmtpAddress":"%1$s@contoso.com"}""".formatted(user);
    }

    private static void awaitSome(int effects) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> provisioned().size() >= effects);
    }

    private static List<String> provisioned() {
        return OWN.foyer().topics().committed("pin.events").stream()
                .filter(event ->
                        new String(event.headers().lastHeader("ce_type").value(), UTF_8).contains("UserProvisioned"))
                .map(event -> new String(event.key(), UTF_8))
                .filter(key -> key.contains("crash-"))
                .toList();
    }

    /** Of every record that the group has passed, the effect is there. */
    private static void neverAhead() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> passed = committed();
        Set<String> done = provisioned().stream()
                .map(key -> key.substring(key.indexOf('/') + 1))
                .collect(toSet());
        List<String> skipped = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : OWN.foyer().topics().committed(DIRECTORY)) {
            OffsetAndMetadata position = passed.get(new TopicPartition(each.topic(), each.partition()));
            String user = new String(each.key(), UTF_8);
            if (position != null && each.offset() < position.offset() && !done.contains(user)) {
                skipped.add(user + " at " + each.partition() + "@" + each.offset());
            }
        }
        assertEquals(List.of(), skipped);
        System.out.println(passed + " passed, " + done.size() + " done");
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(OWN.foyer().superUser())) {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }
}
