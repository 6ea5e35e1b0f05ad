package dev.foyer.ctl.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests, and what becomes of answers that are none, over a real socket. */
class GatewayTest {

    @TempDir
    Path home;

    private final List<String> waits = new ArrayList<>();
    private final List<String> traced = new ArrayList<>();
    private StubServer door;

    @BeforeEach
    void open() throws IOException {
        door = new StubServer();
    }

    @AfterEach
    void shut() {
        door.close();
    }

    private Gateway gateway(Profile.SignIn signIn) {
        Profile profile = new Profile("p", door.url(), signIn);
        return new Gateway(
                new SignedIn(profile, profiles()),
                trace(),
                (seconds, why) -> seconds <= 3600 && waits.add(seconds + " " + why));
    }

    private Profiles profiles() {
        return new Profiles(new Folder(home), Map.of());
    }

    private Gateway.Trace trace() {
        return new Gateway.Trace() {
            @Override
            public void sent(String method, String url, String body) {
                traced.add(method + " " + url + " " + body);
            }

            @Override
            public void came(int status, long millis) {
                traced.add(Integer.toString(status));
            }
        };
    }

    private Gateway basic() {
        return gateway(new Profile.Basic("admin", "s3cret"));
    }

    @Test
    void whoeverIsBusyIsAskedAgainUnderTheSameKey() {
        door.says(503, "{\"title\":\"Busy\",\"detail\":\"Try again.\"}", "Retry-After: 2")
                .says(200, "{\"pin\":\"12345\"}");
        assertEquals(
                "12345",
                basic().post("/api/v1/x", Map.of("a", 1), "the-key").path("pin").asText());
        assertEquals(List.of("2 Busy. Try again."), waits);
        assertEquals(
                List.of("the-key", "the-key"),
                door.asked().stream().map(StubServer.Asked::key).toList());
    }

    @Test
    @Tag("G3")
    void theReasonGoesWithWhatChangesSomething() {
        door.says(200, "{}").says(204, "").says(204, "");
        Profile profile = new Profile("p", door.url(), new Profile.Basic("admin", "s3cret"));
        Gateway gateway =
                new Gateway(new SignedIn(profile, profiles()), trace(), (s, w) -> false, Optional.of("INC0012345"));
        gateway.get("/api/v1/x");
        gateway.post("/api/v1/x/pin/lock", null, "k");
        gateway.delete("/api/v1/x", "k");
        assertEquals(
                List.of("", "INC0012345", "INC0012345"),
                door.asked().stream().map(StubServer.Asked::reason).toList());
    }

    @Test
    void whoIsToldToSlowDownWaitsAsLongAsItTakes() {
        door.says(429, "{\"title\":\"Too many PIN resets\",\"detail\":\"Wait.\"}", "Retry-After: 3600")
                .says(204, "");
        basic().delete("/api/v1/x", "k");
        assertEquals(List.of("3600 Too many PIN resets. Wait."), waits);
    }

    @Test
    void whatIsTooLongToWaitForIsRefused() {
        door.says(429, "{\"title\":\"Too many PIN resets\",\"detail\":\"Wait.\"}", "Retry-After: 3601");
        assertEquals(
                ExitCode.REFUSED,
                assertThrows(Refused.class, () -> basic().delete("/api/v1/x", "k"))
                        .code());
        assertEquals(List.of(), waits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | REFUSED       | No. Because.",
                "404 | REFUSED       | No. Because.",
                "403 | NO_RIGHTS     | No. Because.",
                "500 | AWAY          | No. Because.",
                "502 | AWAY          | No. Because.",
                "401 | NOT_SIGNED_IN | Your sign-in at"
            })
    void eachRefusalHasItsCodeAndTheProblemsWords(int status, ExitCode code, String words) {
        door.says(status, "{\"type\":\"/problems/some-name\",\"title\":\"No\",\"detail\":\"Because.\"}");
        Refused refused = assertThrows(Refused.class, () -> basic().get("/api/v1/x"));
        assertEquals(code, refused.code());
        assertEquals("some-name", refused.problem());
        assertTrue(refused.getMessage().startsWith(words), refused::getMessage);
    }

    @Test
    void nobodyThereIsAway() {
        URI nobody = door.url();
        door.close();
        Gateway gateway = new Gateway(
                new SignedIn(new Profile("p", nobody, new Profile.Token("t")), profiles()), trace(), (s, w) -> true);
        CtlException away = assertThrows(CtlException.class, () -> gateway.get("/api/v1/me"));
        assertEquals(ExitCode.AWAY, away.code());
        assertTrue(away.getMessage().contains("nobody answers there"), away::getMessage);
    }

    /** Only what has the same key again is done once; of a campaign or a held mail nobody may be told so. */
    @Test
    void whoeverGetsNoAnswerIsToldWhatTheSameLineDoes() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://localhost:" + mute.getLocalPort());
            Gateway gateway = new Gateway(
                    new SignedIn(new Profile("p", url, new Profile.Token("t")), profiles()),
                    trace(),
                    (s, w) -> true,
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofMillis(100));
            String none = url + " did not answer within 0 s";
            String unknown = none + "; whether it was done is not known: ";
            assertEquals(none + ".", away(() -> gateway.get("/api/v1/me")));
            assertEquals(
                    unknown + "the same line again does it once.", away(() -> gateway.post("/api/v1/x", null, "kept")));
            assertEquals(
                    unknown + "look before you ask for it again.", away(() -> gateway.post("/api/v1/x", Map.of())));
            assertEquals(
                    unknown + "look before you ask for it again.", away(() -> gateway.patch("/api/v1/x", Map.of())));
        }
    }

    private static String away(Executable asked) {
        CtlException away = assertThrows(CtlException.class, asked);
        assertEquals(ExitCode.AWAY, away.code());
        return away.getMessage();
    }

    @Test
    void theTraceHasTheRequestAndNoSecret() {
        door.says(200, "{\"pin\":\"98765\"}");
        basic().post("/api/v1/x", Map.of("sendEmail", true), "k");
        assertEquals(List.of("POST " + door.url() + "/api/v1/x {\"sendEmail\":true}", "200"), traced);
        assertFalse(traced.toString().contains("98765") || traced.toString().contains("s3cret"));
    }

    @Test
    void pagesAreAskedForOneAfterTheOtherAndNoMoreThanAreWanted() {
        door.says(200, "{\"items\":[1,2],\"next\":\"c+1\",\"total\":5}").says(200, "{\"items\":[3,4],\"next\":\"c2\"}");
        List<Integer> seen = new ArrayList<>();
        Pages.each(basic(), "/api/v1/users", Map.of("q", "a b"), total -> assertEquals(5, total), item -> {
            seen.add(item.asInt());
            return item.asInt() < 3;
        });
        assertEquals(List.of(1, 2, 3), seen);
        assertEquals(
                List.of("/api/v1/users?limit=200&q=a+b", "/api/v1/users?limit=200&q=a+b&cursor=c%2B1"),
                door.asked().stream().map(StubServer.Asked::path).toList());
    }
}
