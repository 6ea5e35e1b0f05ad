package dev.foyer.blackbox;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More users than pin-service has memory for: those who find no room are refused, and nothing else happens. */
@Tag("long")
@Tag("case-L1")
class UserLimitIT {

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final int AT_ONCE = 5_000;
    private static final int FAR_MORE_THAN_FIT = 300_000;

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer("", Map.of("FOYER_HEAP_PIN", "128"));

    @Test
    void whoFindsNoRoomIsRefusedAndTheOthersAreServedAlsoAfterARestart() {
        Api admin = OWN.foyer().cast().admin();
        assertEquals(201, admin.put("/api/v1/users/full-0", user("full-0")).status());
        Answer enabled = admin.post("/api/v1/users/full-0/conferencing", Map.of("sendEmail", false));
        assertEquals(201, enabled.status(), enabled.toString());
        int written = fill(1);
        Answer refused = newcomer(admin, written);
        // What a batch needed for a moment is free again after it: so there may be places left.
        while (refused.status() == 201) {
            written = fill(written);
            refused = newcomer(admin, written);
        }
        System.out.println("No room after some of " + written + " users in a heap of 128 MB");
        assertEquals(503, refused.status(), refused.toString());
        assertEquals("/problems/user-limit-reached", refused.text("type"));
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());

        enableAllBut0(written);
        served(admin);
        OWN.foyer().crash(Component.PIN_SERVICE);
        served(admin);
    }

    private static Answer newcomer(Api admin, int n) {
        return admin.put("/api/v1/users/newcomer-" + n, user("newcomer-" + n));
    }

    /** As one tenant's licences would, for as long as there is room for it. */
    private static void enableAllBut0(int users) {
        say("LicenseAssigned", 1, users, id -> "{\"userId\":\"%s\"}".formatted(id));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> told("LicenseAssigned", "pin.dead-letters") + told("UserEnabled", "pin.events") >= users);
    }

    private static long told(String type, String topic) {
        return OWN.foyer().topics().committed(topic).stream()
                .filter(record -> Records.type(record).contains(type))
                .count();
    }

    /** @return how many were written until one more was buried */
    private static int fill(int first) {
        int before = committed("pin.dead-letters");
        for (int from = first; from < FAR_MORE_THAN_FIT; from += AT_ONCE) {
            int to = from + AT_ONCE;
            say("UserProvisioned", from, to, UserLimitIT::profile);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> told() >= to);
            if (committed("pin.dead-letters") > before) {
                assertTrue(
                        OWN.foyer().topics().committed("pin.dead-letters").stream()
                                .allMatch(letter -> Records.header(letter, "dead-letter-reason")
                                        .startsWith("user-limit-reached")),
                        "nothing is buried for another reason");
                return to;
            }
        }
        throw new AssertionError("All of them found room");
    }

    private static int told() {
        return committed("pin.events") + committed("pin.dead-letters");
    }

    private static int committed(String topic) {
        return OWN.foyer().topics().committed(topic).size();
    }

    private static void say(String what, int from, int to, UnaryOperator<String> json) {
        Map<String, String> all =
                IntStream.range(from, to).mapToObj(n -> "full-" + n).collect(toMap(id -> id, json));
        OWN.foyer().topics().sayAll(DIRECTORY, "foyer.directory." + what + ".v1", all);
    }

    /** A user who was there before gets another PIN. */
    private static void served(Api admin) {
        Answer reset = admin.post("/api/v1/users/full-0/pin/reset", Map.of("sendEmail", false));
        assertEquals(200, reset.status(), reset.toString());
    }

    private static Map<String, Object> user(String id) {
        return Map.of(
                "userPrincipalName", id + "@contoso.com",
                "displayName", id,
                "primarySmtpAddress", id + "@contoso.com");
    }

    private static String profile(String id) {
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"Somebody with a name %1$s",
                 "primarySmtpAddress":"%1$s@contoso.com","preferredLanguage":"it-IT","phoneNumbers":["+390212345678"]}""".formatted(id);
    }
}
