package dev.foyer.pin.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.foyer.base.RepeatableId;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was done with a key is done once, and told once more as it was told then. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("F")
class RepeatedRequestsTest {

    private final Gateway gateway = Gateway.ofNewTenant();
    private final String key = RepeatableId.of(Gateway.newCommand());

    @BeforeEach
    void amosIsEnabled() {
        Gateway.untilReady();
        gateway.provision("amos");
        gateway.enable("amos").statusCode(201);
    }

    @Test
    @Tag("case-L8")
    void wrongPinsOfCallersPushNoKeyOut() {
        String made = reset(key).statusCode(200).extract().path("notificationId");
        for (int i = 0; i < 40; i++) {
            gateway.verify("amos", "call-" + i, "000000000001").body("verified", equalTo(false));
        }
        reset(key).statusCode(200).body("notificationId", equalTo(made));
        assertEquals(1, deliveries("PIN_RESET"));
    }

    /** In every field but the PIN; also where the mail goes, however far it has come and wherever the user's mails go since. */
    @Test
    @Tag("case-L9")
    @Tag("A4")
    void theSecondAnswerIsTheFirstWithoutThePin() {
        Map<String, Object> first = new HashMap<>(reset(key)
                .statusCode(200)
                .body("mail.to", notNullValue())
                .extract()
                .path(""));
        assertNotNull(first.remove("pin"));
        gateway.call(Gateway.newCommand())
                .body(Map.of(
                        "userPrincipalName", "amos@" + gateway.tenant(),
                        "displayName", "Amos",
                        "primarySmtpAddress", "elsewhere@" + gateway.tenant()))
                .put(gateway.user("amos"))
                .then()
                .statusCode(200);
        gateway.patch(Map.of("automaticallySendEmailsToUsers", false)).statusCode(200);
        Map<String, Object> second = reset(key).statusCode(200).extract().path("");
        assertEquals(first, second);
    }

    private ValidatableResponse reset(String command) {
        return gateway.call(command).post(gateway.user("amos") + "/pin/reset").then();
    }

    private long deliveries(String kind) {
        return TopicContents.events(BrokerResource.broker(), "pin.deliveries").stream()
                .filter(event -> gateway.tenant().equals(event.tenant()))
                .filter(event -> kind.equals(event.data().path("kind").asText()))
                .count();
    }
}
