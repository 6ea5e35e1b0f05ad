package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant's settings over HTTP, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class SettingsResourceTest {

    private final Gateway gateway = Gateway.ofNewTenant();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    @Tag("A1")
    void pinLengthOutOfRangeIsRefused() {
        for (int length : new int[] {3, 13}) {
            gateway.patch(Map.of("pinLength", length))
                    .statusCode(400)
                    .body("type", equalTo("/problems/pin-length-out-of-range"));
        }
    }

    @Test
    void settingOfAWrongTypeOrNameIsRefused() {
        gateway.patch(Map.of("pinLength", "eight")).statusCode(400).contentType("application/problem+json");
        gateway.patch(Map.of("pinLength", 5.5)).statusCode(400);
        for (String odd : List.of(
                "pinMail", "lobbyAdmission", "sendEmailFromDisplayName", "defaultLanguage", "maskCallerNumbers")) {
            gateway.patch(Map.of(odd, 1)).statusCode(400).contentType("application/problem+json");
        }
        for (String odd : List.of("pinLength", "serviceNumbers", "pinMail", "nameRecording", "maskCallerNumbers")) {
            gateway.patch(Map.of(odd, Map.of("a", 1))).statusCode(400);
        }
        gateway.patch(Map.of("pinLenght", 8)).statusCode(400).body("detail", containsString("pinLenght"));
        for (String number : List.of("{\"number\":null}", "{\"number\":\"+390212345678\"}", "null")) {
            gateway.call(Gateway.newCommand())
                    .body("{\"serviceNumbers\":[" + number + "]}")
                    .patch(gateway.base() + "/settings")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @Tag("D1")
    void oneSwitchIsChangedAndTheOthersStay() {
        gateway.patch(Map.of("emailSwitches", Map.of("welcome", false))).statusCode(200);
        gateway.patch(Map.of("emailSwitches", Map.of("pinReset", false)))
                .body("emailSwitches.welcome", equalTo(false))
                .body("emailSwitches.pinReset", equalTo(false))
                .body("emailSwitches.turnedOff", equalTo(true));
        gateway.call(newCommand())
                .body("{\"emailSwitches\":null}")
                .patch(gateway.base() + "/settings")
                .then()
                .body("emailSwitches.welcome", equalTo(true));
        gateway.patch(Map.of("emailSwitches", Map.of("wellcome", false))).statusCode(400);
    }

    @Test
    @Tag("G3")
    void reasonsAndTheirPattern() {
        gateway.patch(Map.of("reasonPattern", "INC[0-9]{7}"))
                .statusCode(400)
                .body("type", equalTo("/problems/reason-pattern-without-reasons"));
        gateway.patch(Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"))
                .statusCode(200)
                .body("reasons", equalTo("REQUIRED"))
                .body("reasonPattern", equalTo("INC[0-9]{7}"));
        for (String bad : List.of("(", "(a)\\1", "a{1000}{1000}")) {
            gateway.patch(Map.of("reasonPattern", bad))
                    .statusCode(400)
                    .body("type", equalTo("/problems/reason-pattern-invalid"))
                    .body("detail", containsString("reasonPattern must"));
        }
        gateway.patch(Map.of("reasons", "SOMETIMES")).statusCode(400);
        gateway.patch(Map.of("reasons", "OFF", "reasonPattern", "INC[0-9]{7}"))
                .statusCode(400)
                .body("type", equalTo("/problems/reason-pattern-without-reasons"));
        gateway.patch(Map.of("reasons", "OFF"))
                .statusCode(200)
                .body("reasons", equalTo("OFF"))
                .body("reasonPattern", nullValue());
    }

    @Test
    void everySettingOfTheApiIsThere() {
        Map<String, ?> wanted = Map.of(
                "pinMail", "VIEW_ONCE_LINK",
                "lobbyAdmission", "MANUAL",
                "entryExitAnnouncements", "USE_NAMES",
                "nameRecording", true,
                "maskCallerNumbers", "NONE",
                "serviceNumbers", List.of(Map.of("number", "tel:+390212345678", "type", "TOLL", "country", "IT")),
                "defaultServiceNumber", "390212345678");
        var changed = gateway.patch(wanted).statusCode(200);
        for (String name :
                List.of("pinMail", "lobbyAdmission", "entryExitAnnouncements", "nameRecording", "maskCallerNumbers")) {
            changed.body(name, equalTo(wanted.get(name)));
        }
        changed.body("defaultServiceNumber", equalTo("+390212345678"));
        gateway.patch(Map.of("lobbyAdmission", "SOMETIMES")).statusCode(400);
        gateway.patch(Map.of("nameRecording", "maybe")).statusCode(400);
    }

    @Test
    @Tag("E7")
    @Tag("E8")
    void whatConcernsTheLobbyIsTheTenantsChoice() {
        gateway.patch(Map.of("organizerAlertMinutes", 5, "entryExitAnnouncements", "TONE_ONLY", "nameRecording", false))
                .statusCode(200)
                .body("organizerAlertMinutes", equalTo(5))
                .body("entryExitAnnouncements", equalTo("TONE_ONLY"))
                .body("nameRecording", equalTo(false));
        gateway.patch(Map.of("organizerAlertMinutes", 0)).statusCode(400);
        gateway.patch(Map.of("organizerAlertMinutes", 1441)).statusCode(400);
        gateway.patch(Map.of("entryExitAnnouncements", "OFF")).statusCode(200).body("nameRecording", equalTo(false));
    }

    @Test
    @Tag("E6")
    void howLongACallMayBeSilentIsTheTenantsChoice() {
        gateway.patch(Map.of("callSilence", 30)).statusCode(200).body("callSilence", equalTo(30));
        gateway.patch(Map.of("nameRecording", true)).statusCode(200).body("callSilence", equalTo(30));
        for (int minutes : new int[] {0, 1441}) {
            gateway.patch(Map.of("callSilence", minutes))
                    .statusCode(400)
                    .body("type", equalTo("/problems/call-silence-out-of-range"))
                    .body("detail", containsString("choose 1 to 1440, or null"));
        }
        gateway.patch(Map.of("callSilence", "PT30M")).statusCode(400);
        gateway.patch(Collections.singletonMap("callSilence", null))
                .statusCode(200)
                .body("callSilence", nullValue());
    }

    @Test
    @Tag("D1")
    void eachMailHasItsSwitchAndTheTenantItsName() {
        gateway.patch(Map.of(
                        "emailSwitches", Map.of("turnedOff", false),
                        "organizationName", "Contoso",
                        "supportContact", "helpdesk@contoso.com"))
                .statusCode(200)
                .body("emailSwitches.turnedOff", equalTo(false))
                .body("emailSwitches.pinLocked", equalTo(true))
                .body("organizationName", equalTo("Contoso"))
                .body("supportContact", equalTo("helpdesk@contoso.com"));
    }

    @Test
    @Tag("A1")
    void newLengthIsForLaterPinsOnlyAndOlderOnesStillVerify() {
        gateway.provision("amos");
        gateway.provision("vera");
        String five = gateway.enable("amos").extract().path("pin");
        gateway.patch(Map.of("pinLength", 8)).statusCode(200).body("pinLength", equalTo(8));
        gateway.enable("vera").body("pin", matchesPattern("\\d{8}"));
        gateway.verify("amos", "c1", five).body("verified", equalTo(true));
    }

    @Test
    @Tag("case-R14")
    void whoChangesSettingsAtOnceSucceedsTogether() throws Exception {
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            Map<String, ?> one =
                    i % 2 == 0 ? Map.of("pinLength", 4 + i / 2 % 8) : Map.of("sendEmailFromDisplayName", "Desk " + i);
            all.add(Thread.startVirtualThread(() -> {
                try {
                    together.await();
                    statuses.add(gateway.patch(one).extract().statusCode());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        together.countDown();
        for (Thread each : all) {
            each.join();
        }
        assertEquals(Collections.nCopies(19, 200), statuses);
    }
}
