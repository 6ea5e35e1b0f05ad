package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static java.util.Map.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What texts a tenant's settings may be: all there are, each with what it may not be. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class SettingTextsTest {

    private static final String NUMBER = "{\"serviceNumbers\":[{\"type\":\"TOLL\",%s}]}";
    private static final String OTHERS = "\"number\":\"+390212345678\",";

    /** By setting: bodies that are refused. A new text without a row fails. */
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            entry(
                    "organizationName",
                    texts(
                            "{\"organizationName\":\"%s\"}",
                            "\\u200b", "Contoso\\r\\nX: y", "Con\\u202Etoso", "x\\ud83d", " ")),
            entry(
                    "supportContact",
                    texts(
                            "{\"supportContact\":\"%s\"}",
                            "x@contoscom", "a@x.org\\r\\nX: y", "jörg@x.org", "a@x.org, b@x.org")),
            entry(
                    "sendEmailFromAddress",
                    texts(
                            "{\"sendEmailFromAddress\":\"%s\"}",
                            "x@contoscom",
                            "a@b..c",
                            "\\\"a b\\\"@contoso.com",
                            "a@x.org\\r\\nX: y",
                            "a\\ud83d@x.org",
                            "jörg@x.org")),
            entry(
                    "sendEmailFromDisplayName",
                    texts(
                            "{\"sendEmailFromDisplayName\":\"%s\"}",
                            "\\u200b", "Foyer\\r\\nX: y", "Fo\\u202Eyer", "x\\ud83d", " ")),
            entry(
                    "reasonPattern",
                    texts(
                            "{\"reasons\":\"REQUIRED\",\"reasonPattern\":\"%s\"}",
                            "(", "", " ", "INC\\n", "IN\\u202EC", "x\\ud83d", "(a)\\\\1")),
            entry("defaultLanguage", texts("{\"defaultLanguage\":\"%s\"}", "italian", "", "xx", "it\\n", "it\\ud83d")),
            entry(
                    "defaultServiceNumber",
                    texts("{\"defaultServiceNumber\":\"%s\"}", "tel:+39-02-1234-5678;ext=12", "many", "+39\\n02")),
            entry("defaultTollFreeNumber", texts("{\"defaultTollFreeNumber\":\"%s\"}", "+39800123456 ext 1", "")),
            entry("number", texts(NUMBER.formatted("\"number\":\"%s\""), "tel:+39-02-1234-5678;ext=12", "call me", "")),
            entry(
                    "city",
                    texts(
                            NUMBER.formatted(OTHERS + "\"city\":\"%s\""),
                            "\\u200b",
                            "Mi\\nlan",
                            "Mi\\u202Elan",
                            "x\\ud83d")),
            entry("country", texts(NUMBER.formatted(OTHERS + "\"country\":\"%s\""), "Italy", "XX", "I\\ud83d")),
            entry("languages", texts(NUMBER.formatted(OTHERS + "\"languages\":[\"%s\"]"), "italian", "", "it\\n")));

    private final Gateway gateway = Gateway.ofNewTenant();

    private static List<String> texts(String body, String... values) {
        return Arrays.stream(values).map(value -> body.replace("%s", value)).toList();
    }

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    @Tag("case-R3")
    @Tag("case-R7")
    @Tag("case-R8")
    @Tag("case-R10")
    @Tag("case-R11")
    void whatIsNoneIsRefused() {
        REFUSED.values().stream()
                .flatMap(List::stream)
                .forEach(body -> gateway.call(newCommand())
                        .body(body)
                        .patch(gateway.base() + "/settings")
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json"));
    }

    @Test
    void everyTextHasARow() {
        Set<String> texts = Stream.concat(
                        Arrays.stream(TenantSettings.class.getRecordComponents())
                                .map(RecordComponent::getType),
                        Stream.of(ServiceNumber.class))
                .flatMap(group -> Arrays.stream(group.getRecordComponents()))
                .filter(setting -> setting.getGenericType().getTypeName().contains("java.lang.String"))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(texts, new TreeSet<>(REFUSED.keySet()));
    }

    @Test
    @Tag("case-R7")
    void whatHasOtherFormsIsKeptInItsOne() {
        gateway.patch(Map.of(
                        "defaultLanguage",
                        "it_IT",
                        "sendEmailFromDisplayName",
                        " Jose\u0301 ",
                        "serviceNumbers",
                        List.of(Map.of(
                                "number",
                                "tel:+39 02 1234-5678",
                                "type",
                                "TOLL",
                                "city",
                                " Milano",
                                "languages",
                                List.of("it_IT")))))
                .statusCode(200)
                .body("defaultLanguage", equalTo("it-IT"))
                .body("sendEmailFromDisplayName", equalTo("José"))
                .body("serviceNumbers[0].number", equalTo("+390212345678"))
                .body("serviceNumbers[0].city", equalTo("Milano"))
                .body("serviceNumbers[0].languages[0]", equalTo("it-IT"));
    }

    @Test
    @Tag("case-R8")
    void anExtensionIsSaidNotToBeOne() {
        gateway.patch(Map.of(
                        "serviceNumbers", List.of(Map.of("number", "tel:+39-02-1234-5678;ext=12", "type", "TOLL"))))
                .statusCode(400)
                .body("type", equalTo("/problems/phone-number-invalid"))
                .body("detail", containsString("extension"));
    }

    /** Whoever writes what nobody can use to the settings' topic changes nobody's settings, and stops nobody. */
    @Test
    @Tag("case-T4")
    void badRecordsOfTheSettingsTopicChangeNothing() throws Exception {
        gateway.provision("amos");
        gateway.provision("zoe");
        gateway.patch(Map.of("pinLength", 6)).statusCode(200);
        Map<String, Object> settings = Map.of("pinLength", "many");
        say(Map.of("tenant", gateway.tenant()));
        say(Map.of("tenant", gateway.tenant(), "settings", Map.of()));
        say(Map.of("tenant", gateway.tenant(), "settings", settings));
        say(Map.of("tenant", gateway.tenant(), "settings", 5));
        say(Map.of("settings", Map.of("pinLength", 8)));
        say(List.of());
        gateway.enable("amos").body("pin", matchesPattern("\\d{6}"));
        gateway.patch(Map.of("pinLength", 7)).statusCode(200);
        gateway.enable("zoe").body("pin", matchesPattern("\\d{7}"));
        Management.get("/q/health/ready").then().statusCode(200);
        Management.get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*foyer_table_skipped_total\\{[^}]*topic=\"tenant.settings\"[^}]*} [1-9].*"));
    }

    private void say(Object data) throws Exception {
        try (var producer = new KafkaProducer<>(
                BrokerResource.broker().connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new CloudEventWriter("test")
                            .write(
                                    new PublicRecord(
                                            "tenant.settings",
                                            gateway.tenant(),
                                            "foyer.pin.TenantSettingsChanged.v1",
                                            gateway.tenant(),
                                            gateway.tenant(),
                                            data),
                                    new CommandMeta(newCommand(), "c", Actor.service("test")),
                                    0,
                                    1,
                                    Instant.now(),
                                    Instant.now()))
                    .get();
        }
    }
}
