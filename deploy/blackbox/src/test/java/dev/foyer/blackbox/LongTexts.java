package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * What comes from outside as long as it may be, and without a blank: names, addresses, ids, reasons, subjects, addresses of
 * webhooks. {@link LookView}s show it by the names in their braces.
 */
final class LongTexts implements AutoCloseable {

    private static final String WORD = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz";
    private static final String NAME = WORD.repeat(3);
    private static final String HOST = WORD.substring(0, 60) + ".contoso.com";
    private static final String CALL = "long-" + "c".repeat(100);

    private final SharedFoyer shared;
    private final Api admin;
    private final DeskUsers desk;
    private final Map<String, String> made = new HashMap<>();
    private final List<String> lasting = new ArrayList<>();

    LongTexts(SharedFoyer shared) {
        this.shared = shared;
        this.admin = shared.foyer().cast().admin();
        this.desk = new DeskUsers(shared);
        for (String one : List.of("one", "two", "off", "fresh")) {
            made.put(one, user(one, address(one)));
        }
        made.put("held", held("one"));
        made.put("failed", failed());
        held("two");
        held("fresh");
        why("two", "lock");
        why("one", "lock");
        why("one", "unlock");
        made.put("event", admin.get(path("one") + "/history").text("items.0.id"));
        made.put("lobby", lobby());
        made.put("running", made.get("lobby"));
        made.put("letter", desk.letter("long-" + "k".repeat(120), NAME));
        desk.suspected();
        made.put(
                "campaign",
                id(
                        "campaigns",
                        Map.of("action", "ENABLE", "users", List.of(made.get("one"), "no" + NAME.substring(0, 120)))));
        made.put(
                "hook",
                id(
                        "webhooks",
                        Map.of(
                                "url",
                                "https://" + HOST + "/" + NAME,
                                "description",
                                NAME,
                                "types",
                                List.of("foyer.pin.PinReset.v1"))));
        lasting.add("webhooks/" + made.get("hook"));
        lasting.add("scim-tokens/" + id("scim-tokens", Map.of("name", NAME.substring(0, 64))));
        said(admin.patch("/api/v1/settings", Map.of("supportContact", address("support"))));
    }

    /** By their names in the braces, with a PIN that is not revealed yet. */
    Map<String, String> made() {
        Map<String, Boolean> unseen = Map.of("sendEmail", false, "reveal", false);
        made.put("reveal", desk.held(said(admin.post(path("fresh") + "/pin/reset", unseen))));
        return made;
    }

    private String user(String word, String address) {
        String user = "long-" + word + "-" + "i".repeat(100);
        said(admin.put(
                "/api/v1/users/" + user,
                Map.of(
                        "userPrincipalName",
                        "n".repeat(150) + word + "@" + HOST,
                        "displayName",
                        "W" + word + NAME,
                        "primarySmtpAddress",
                        address,
                        "phoneNumbers",
                        List.of("+39061234567" + word.length(), "+39061234568", "+39061234569"))));
        return user;
    }

    private static String address(String word) {
        return word + "a".repeat(64 - word.length()) + "@" + HOST;
    }

    private String path(String word) {
        return "/api/v1/users/" + made.get(word);
    }

    /** Enabled, with a PIN that nobody saw. */
    private String held(String word) {
        return desk.held(said(admin.post(path(word) + "/conferencing", Map.of("sendEmail", false, "reveal", false))));
    }

    /** To an address that no mail can be sent to. */
    private String failed() {
        String user = user("bad", "\u00f8" + address("bad").substring(1));
        Map<String, Boolean> unseen = Map.of("sendEmail", true, "reveal", false);
        String mail = said(admin.post("/api/v1/users/" + user + "/conferencing", unseen))
                .text("notification.id");
        Awaitility.await()
                .until(() -> "FAILED"
                        .equals(admin.get("/api/v1/notifications/" + mail).text("status")));
        return mail;
    }

    private void why(String word, String action) {
        said(admin.with("X-Reason", NAME).post(path(word) + "/pin/" + action, Map.of()));
    }

    /** Somebody with a long name is inside, and waits. */
    private String lobby() {
        Map<String, String> wanted = Map.of("organizer", made.get("one"), "subject", NAME);
        String lobby = said(admin.post("/api/v1/meetings", wanted)).text("conferenceId");
        desk.dial(lobby, CALL, "+390212345671");
        desk.dial(lobby, CALL + "2", "+390212345672");
        String people = "/api/v1/meetings/" + lobby + "/participants";
        said(shared.foyer().cast().app().post(people, Map.of("participantId", "long-p", "displayName", NAME)));
        return lobby;
    }

    private String id(String collection, Map<String, Object> body) {
        return said(admin.post("/api/v1/" + collection, body)).text("id");
    }

    private static Answer said(Answer answer) {
        assertTrue(answer.status() < 300, answer::toString);
        return answer;
    }

    @Override
    public void close() {
        lasting.forEach(one -> admin.delete("/api/v1/" + one));
        admin.patch("/api/v1/settings", Collections.singletonMap("supportContact", null));
        admin.post("/api/v1/meetings/" + made.get("lobby") + "/end", Map.of());
    }
}
