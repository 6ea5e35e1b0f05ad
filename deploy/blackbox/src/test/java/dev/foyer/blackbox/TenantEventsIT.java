package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.local.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant's systems read what happened in their tenant, all of it and in order, and nothing of anybody else. */
@Tag("F")
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class TenantEventsIT {

    private static final String CONTOSO = "contoso.com";
    private static final String FABRIKAM = "fabrikam.com";
    private static final String USER = "own-events";

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
    }

    @Test
    void eachTenantReadsItsOwnEventsInTheirOrder() {
        enable(foyer.cast().admin(), CONTOSO);
        enable(foyer.cast().otherAdmin(), FABRIKAM);
        for (String tenant : List.of(CONTOSO, FABRIKAM)) {
            List<String> happened = ids(foyer.topics().committed("pin.events"), tenant);
            assertFalse(happened.isEmpty());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(happened, ids(own(tenant), tenant)));
            assertEquals(
                    Set.of(tenant),
                    own(tenant).stream().map(TenantEventsIT::tenant).collect(Collectors.toSet()));
        }
    }

    @Test
    void noTenantReadsAnothersEventsOrThoseOfAll() {
        for (String topic : List.of(
                "out.fabrikam.com.events",
                "pin.events",
                "notification.events",
                "meeting.events",
                "organizer.verified",
                "tenant.settings",
                "pin.deliveries")) {
            assertThrows(TopicAuthorizationException.class, () -> as(CONTOSO).committed(topic), topic);
        }
    }

    private static void enable(Api admin, String tenant) {
        String upn = USER + "@" + tenant;
        admin.put(
                "/api/v1/users/" + USER,
                Map.of("userPrincipalName", upn, "displayName", "Own Events", "primarySmtpAddress", upn));
        String pin =
                admin.post("/api/v1/users/" + USER + "/conferencing", Map.of()).text("pin");
        if (tenant.equals(CONTOSO)) { // the PINs of the other tenant are too short to be searched
            shared.issued(pin);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> own(String tenant) {
        return as(tenant).committed("out." + tenant + ".events");
    }

    private static Topics as(String tenant) {
        return new Topics(foyer.connection(tenant), foyer.connection(tenant));
    }

    /** Each once: a copy may be there twice. */
    private static List<String> ids(List<ConsumerRecord<byte[], byte[]>> events, String tenant) {
        return events.stream()
                .filter(event -> Records.key(event).equals(tenant + "/" + USER))
                .filter(event -> Records.header(event, "ce_type").startsWith("foyer.pin."))
                .map(event -> Records.header(event, "ce_id"))
                .distinct()
                .toList();
    }

    private static String tenant(ConsumerRecord<byte[], byte[]> event) {
        return Records.header(event, "ce_tenant");
    }
}
