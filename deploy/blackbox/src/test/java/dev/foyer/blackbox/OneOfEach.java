package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Of contoso.com one of each of what an administrator makes beside users and meetings, by the names that paths have for their ids. */
final class OneOfEach {

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OneOfEach() {}

    /**
     * A campaign, a token of a directory system, a webhook with a delivery, a dead letter.
     *
     * @param name in all that is made
     * @param users whose campaign it is, one each second
     */
    static Map<String, String> of(BlackBox foyer, String name, List<String> users) {
        Cast cast = foyer.cast();
        String campaign = made(
                        201,
                        cast.admin()
                                .post("/api/v1/campaigns", Map.of("action", "ENABLE", "users", users, "perSecond", 1)))
                .text("id");
        String token = made(201, cast.admin().post("/api/v1/scim-tokens", Map.of("name", name)))
                .text("id");
        String hook = made(
                        201,
                        cast.admin()
                                .post(
                                        "/api/v1/webhooks",
                                        Map.of(
                                                "url",
                                                "https://hooks.contoso.example/" + name,
                                                "types",
                                                List.of("foyer.meeting.MeetingEnded.v1"))))
                .text("id");
        String delivery = made(202, cast.admin().post("/api/v1/webhooks/" + hook + "/test", Map.of()))
                .text("deliveryId");
        return Map.of(
                "campaignId",
                campaign,
                "tokenId",
                token,
                "webhookId",
                hook,
                "deliveryId",
                delivery,
                "letterId",
                letter(foyer, name + "-nobody"));
    }

    /** Of a change of a user whom nobody has made. */
    private static String letter(BlackBox foyer, String user) {
        foyer.topics().say(DIRECTORY, user, "foyer.directory.UserChanged.v1", """
                {"userId":"%s","displayName":"Nobody"}""".formatted(user));
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> foyer.cast()
                                .admin()
                                .get("/api/v1/dead-letters?state=OPEN&limit=200")
                                .at("items")
                                .valueStream()
                                .filter(item -> item.at("/content/key").asText().equals(user))
                                .map(item -> item.path("id").asText())
                                .findFirst()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    private static Answer made(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }
}
