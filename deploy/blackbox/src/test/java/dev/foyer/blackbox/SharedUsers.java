package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.util.Map;

/**
 * Users of contoso.com on the Foyer that tests share; whoever calls this takes names of its own. PINs that are seen are told
 * to {@link SharedFoyer#issued}.
 */
record SharedUsers(SharedFoyer shared) {

    /** Makes the user and enables it. */
    Answer enable(String user) {
        Map<String, String> profile =
                Map.of("userPrincipalName", address(user), "displayName", user, "primarySmtpAddress", address(user));
        cast().admin().put(path(user), profile);
        Answer enabled = cast().admin().post(path(user) + "/conferencing", Map.of());
        assertEquals(201, enabled.status(), enabled::toString);
        shared.issued(enabled.text("pin"));
        return enabled;
    }

    /** Another PIN, which is mailed; returns it. */
    String reset(String user) {
        Answer reset = cast().admin().post(path(user) + "/pin/reset", Map.of("sendEmail", true));
        assertEquals(200, reset.status(), reset::toString);
        return shared.issued(reset.text("pin"));
    }

    /** Whether the user has got a mail with that PIN. */
    boolean isMailed(String user, String pin) {
        return cast().mails().to(address(user)).stream()
                .anyMatch(mail -> mail.path("text").asText().contains(pin));
    }

    private Cast cast() {
        return shared.foyer().cast();
    }

    private static String path(String user) {
        return "/api/v1/users/" + user;
    }

    private static String address(String user) {
        return user + "@contoso.com";
    }
}
