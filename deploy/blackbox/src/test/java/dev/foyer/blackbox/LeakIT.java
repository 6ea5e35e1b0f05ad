package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * No PIN that was ever issued is in any file or topic; no password, key, token or session is in any but the one file in the
 * folder of secrets that is its own: not in a topic, not in a log, not in what a killed process leaves. Memory is not looked
 * at, because a PIN does exist there: heap and core dumps are therefore turned off where we start processes, and are not
 * searched. It comes last and alone, so that it also searches what the others left on the Foyers that they share.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Isolated
class LeakIT {

    private static final int USERS = 12;
    private static final String ELSEWHERE = "somebody@elsewhere.example";

    private final Set<String> issued = new TreeSet<>();

    @Test
    @Tag("A4")
    @Tag("A6")
    void noIssuedPinIsFoundInAnyFileOrTopic(SharedFoyer shared) throws IOException {
        issueManyPins(shared.foyer());
        issued.addAll(shared.issued());
        SecretHunt secrets = shared.secrets();
        useASession(shared, secrets);
        List<ConsumerRecord<byte[], byte[]>> everything =
                shared.foyer().topics().everything();
        assertEverythingWasWritten(everything);
        nothingIsFound(shared, secrets, everything);
        assertTrue(issued.size() >= 5 * USERS, issued.size() + " PINs issued");
        assertTrue(secrets.names().size() >= 30, secrets.names()::toString);
    }

    /** What pages and lines showed stays on their screens. */
    @Test
    @Tag("A4")
    @Tag("A6")
    void norIsWhatWasShownAtTheDesks(@DeskFoyer SharedFoyer desks) throws IOException {
        Cast cast = desks.foyer().cast();
        settings(cast, Map.of("pinLength", PinHunt.LENGTH));
        enable(cast, provision(cast, 0));
        issued.addAll(desks.issued());
        SecretHunt secrets = desks.secrets();
        useASession(desks, secrets);
        nothingIsFound(desks, secrets, desks.foyer().topics().everything());
    }

    private void nothingIsFound(SharedFoyer shared, SecretHunt secrets, List<ConsumerRecord<byte[], byte[]>> everything)
            throws IOException {
        PinHunt pins = new PinHunt(issued);
        List<String> leaks = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : everything) {
            parts(record)
                    .flatMap(part -> Stream.concat(pins.in(part).stream(), secrets.in(part).stream()))
                    .forEach(what -> leaks.add(record.topic() + " at " + record.offset() + " has " + what));
        }
        shared.foyer().close();
        try (Stream<Path> files = Files.walk(shared.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                Stream.concat(pins.in(content).stream(), secrets.in(file, content).stream())
                        .forEach(what -> leaks.add(shared.home().relativize(file) + " has " + what));
            }
        }
        assertEquals(List.of(), leaks);
    }

    private static void useASession(SharedFoyer shared, SecretHunt secrets) throws IOException {
        try (Browser browser = new Browser(shared.foyer().page(), "127.0.0.1")) {
            String cookie = Browser.cookies(
                    browser.signIn("admin", shared.foyer().account("admin").password()));
            assertEquals(200, browser.get("/admin/users", cookie).statusCode());
            // The beginning is the same for all.
            String sealed = cookie.substring(cookie.lastIndexOf("..") + 2);
            secrets.add("a session's cookie", null, sealed.getBytes(UTF_8));
            secrets.add(
                    "a session's id",
                    null,
                    SessionId.of(cookie, shared.foyer().home()).getBytes(UTF_8));
        }
    }

    /** Where nothing was written, nothing could be found. */
    private void assertEverythingWasWritten(List<ConsumerRecord<byte[], byte[]>> everything) {
        for (String topic : List.of("pin.journal", "pin.events", "pin.deliveries", "notification.journal")) {
            long records = everything.stream()
                    .filter(found -> found.topic().equals(topic))
                    .count();
            assertTrue(records >= issued.size(), records + " records in " + topic);
        }
    }

    private void issueManyPins(BlackBox foyer) {
        Cast cast = foyer.cast();
        settings(cast, Map.of("pinLength", PinHunt.LENGTH, "automaticallySendEmailsToUsers", true));
        List<String> conferenceIds = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            conferenceIds.add(enable(cast, provision(cast, i)));
        }
        awaitMails(cast, USERS); // one that has not left when the PIN changes never does
        for (int i = 0; i < USERS; i++) {
            String pin = reset(cast, user(i)).text("pin");
            callWithRightAndWrongPin(cast, conferenceIds.get(i), pin);
        }
        awaitMails(cast, 2 * USERS);
        settings(cast, Map.of("automaticallySendEmailsToUsers", false));
        for (int i = 0; i < USERS; i++) {
            reset(cast, user(i));
            String held = reset(cast, user(i)).text("notification.id");
            if (i % 2 == 0) {
                send(cast, held);
            } else {
                reveal(cast, user(i));
            }
        }
        for (int i = 0; i < USERS; i++) {
            licenseThroughTheTopic(foyer, "licensed-" + i);
        }
        List.of(Component.PIN_SERVICE, Component.NOTIFICATION_SERVICE, Component.ADMIN_GATEWAY)
                .forEach(foyer::crash);
        for (int i = 0; i < USERS; i++) {
            reset(cast, user(i));
        }
    }

    /** A PIN that no answer ever showed; it comes out of the held mail. */
    private void licenseThroughTheTopic(BlackBox foyer, String userId) {
        Topics topics = foyer.topics();
        topics.say("in.contoso.com.directory", userId, "foyer.directory.UserProvisioned.v1", """
                {"userId":"%s","userPrincipalName":"%s@contoso.com","displayName":"Licensed"}""".formatted(
                        userId, userId));
        topics.say("in.contoso.com.directory", userId, "foyer.directory.LicenseAssigned.v1", """
                {"userId":"%s"}""".formatted(userId));
        Cast cast = foyer.cast();
        String held = "/api/v1/notifications?status=HELD&user=" + userId;
        soon().until(() -> cast.admin().get(held).at("items").size() == 1);
        String id = cast.admin().get(held).at("items").get(0).path("id").asText();
        issued.add(expect(200, cast.admin().post("/api/v1/notifications/" + id + "/reveal", Map.of()))
                .text("pin"));
    }

    private static String user(int number) {
        return "/api/v1/users/leak-" + number;
    }

    private static String provision(Cast cast, int number) {
        String upn = "leak-" + number + "@contoso.com";
        Map<String, Object> body =
                Map.of("userPrincipalName", upn, "displayName", "Leak " + number, "primarySmtpAddress", upn);
        expect(201, cast.admin().put(user(number), body));
        return user(number);
    }

    private String enable(Cast cast, String user) {
        Answer answer = expect(201, cast.admin().post(user + "/conferencing", Map.of()));
        issued.add(answer.text("pin"));
        return answer.text("conferenceId");
    }

    private Answer reset(Cast cast, String user) {
        Answer answer = expect(200, cast.admin().post(user + "/pin/reset", Map.of()));
        issued.add(answer.text("pin"));
        return answer;
    }

    /** The other way in which a PIN comes to an administrator: out of a held mail. */
    private void reveal(Cast cast, String user) {
        Answer unseen = expect(200, cast.admin().post(user + "/pin/reset", Map.of("reveal", false)));
        String held = "/api/v1/notifications/" + unseen.text("notification.id");
        soon().until(() -> cast.admin().get(held).status() == 200);
        issued.add(expect(200, cast.admin().post(held + "/reveal", Map.of())).text("pin"));
    }

    /** Also as a number instead of a text, and with a slip: what is refused must not be logged either. */
    private static void callWithRightAndWrongPin(Cast cast, String conferenceId, String pin) {
        String callId = "leak-" + conferenceId;
        expect(200, cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId)));
        String entry = "/api/v1/bridge/calls/" + callId + "/organizer-pin";
        cast.bridge().post(entry, Map.of("pin", List.of(pin)));
        cast.bridge().post(entry, Map.of("pin", Map.of("digits", pin)));
        cast.bridge().post(entry, Map.of("pin", pin, "unknown", pin));
        cast.bridge().send("POST", entry, "{\"pin\":\"" + pin, Map.of());
        expect(200, cast.bridge().post(entry, Map.of("pin", pin.substring(1))));
        expect(200, cast.bridge().post(entry, Map.of("pin", pin)));
        expect(204, cast.bridge().delete("/api/v1/bridge/calls/" + callId));
    }

    private static void send(Cast cast, String held) {
        soon().until(() -> cast.admin().get("/api/v1/notifications/" + held).status() == 200);
        expect(202, cast.admin().post("/api/v1/notifications/" + held + "/send", Map.of("toAddress", ELSEWHERE)));
        soon().until(() ->
                "SENT".equals(cast.admin().get("/api/v1/notifications/" + held).text("status")));
    }

    private static void awaitMails(Cast cast, int count) {
        soon().atMost(Duration.ofMinutes(4))
                .until(() -> cast.mails().all().stream()
                                .filter(mail -> mail.path("to").toString().contains("leak-"))
                                .count()
                        >= count);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static void settings(Cast cast, Map<String, ?> settings) {
        expect(200, cast.admin().patch("/api/v1/settings", settings));
    }

    private static Answer expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }

    private static Stream<byte[]> parts(ConsumerRecord<byte[], byte[]> found) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(found.key());
        parts.add(found.value());
        for (Header header : found.headers()) {
            parts.add(header.value());
        }
        return parts.stream().filter(Objects::nonNull);
    }
}
