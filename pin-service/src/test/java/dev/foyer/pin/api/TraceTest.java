package dev.foyer.pin.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.TraceParent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A trace goes on through us, over HTTP and through topics, also when nobody collects traces. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class TraceTest {

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";
    private final String user = "u-" + UUID.randomUUID();

    @Test
    void whatACommandWritesIsPartOfItsTrace() {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> Management.get("/q/health/ready").statusCode() == 200);
        RestAssured.given()
                .header(
                        "Authorization",
                        CallToken.of("pin-service", "contoso.com").authorization())
                .header(TraceParent.HEADER, traceparent)
                .contentType("application/json")
                .body(Map.of(
                        "userPrincipalName",
                        "a@contoso.com",
                        "displayName",
                        "A",
                        "primarySmtpAddress",
                        "a@contoso.com"))
                .put("/internal/v1/tenants/contoso.com/users/" + user)
                .then()
                .statusCode(201);
        assertPartOfTheTrace();
    }

    @Test
    void whatFollowsFromARecordIsPartOfItsTrace() throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                BrokerResource.broker().connection(), new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>("in.contoso.com.directory", user, """
                    {"userId":"%1$s","userPrincipalName":"a@contoso.com","displayName":"A",
                     "primarySmtpAddress":"a@contoso.com"}""".formatted(user));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            user,
                            "ce_source",
                            "/contoso",
                            "ce_type",
                            "foyer.directory.UserProvisioned.v1",
                            "content-type",
                            "application/json",
                            TraceParent.HEADER,
                            traceparent)
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
            producer.send(record).get();
        }
        assertPartOfTheTrace();
    }

    private void assertPartOfTheTrace() {
        await().atMost(Duration.ofSeconds(40)).until(() -> !written().isEmpty());
        for (ConsumerRecord<byte[], byte[]> each : written()) {
            List<String> said = Stream.of("ce_traceparent", "traceparent")
                    .map(name -> each.headers().lastHeader(name))
                    .map(Header::value)
                    .map(value -> new String(value, UTF_8))
                    .distinct()
                    .toList();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.getFirst().startsWith("00-" + trace + "-"), said::toString);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> written() {
        return TopicContents.records(BrokerResource.broker(), "pin.events").stream()
                .filter(each -> ("contoso.com/" + user).equals(new String(each.key(), UTF_8)))
                .toList();
    }
}
