package dev.foyer.gateway.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LoggedStacks;
import dev.foyer.testing.Management;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second port of a service is no way around what its first one refuses. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@QuarkusTestResource(ManagementPortTest.Named.class)
@Tag("case-S5")
class ManagementPortTest {

    /** One name that is known. */
    public static class Named implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("foyer.management-hosts", "metrics.test");
        }

        @Override
        public void stop() {
            // A setting ends with the run.
        }
    }

    private static Answer ask(String path, String... headers) {
        String[] lines = new String[headers.length + 1];
        lines[0] = "GET " + path + " HTTP/1.1";
        System.arraycopy(headers, 0, lines, 1, headers.length);
        return RawHttp.send(Management.port(), lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9080",
                "127.0.0.1:1",
                "10.11.12.13:9080",
                "[::1]:9080",
                "[fd00::17]",
                "metrics.test"
            })
    void probesAskByAddressOrByANameThatIsKnown(String host) {
        assertEquals(200, ask("/q/metrics", "Host: " + host).status());
        assertEquals(200, ask("/q/health/live", "Host: " + host).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:9080", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3"
            })
    void anotherNameIsAnsweredNothing(String host) {
        for (String path : new String[] {"/q/metrics", "/q/health", "/q/openapi", "/nothing"}) {
            Answer answer = ask(path, "Host: " + host);
            assertEquals(421, answer.status(), path);
            assertTrue(answer.body().contains("/problems/host-unknown"), answer.body());
        }
    }

    @Test
    void aClientThatOffersAnUpgradeByItselfIsAnswered() throws Exception {
        URI live = URI.create("http://127.0.0.1:" + Management.port() + "/q/health/live");
        try (HttpClient upgrading = HttpClient.newHttpClient()) {
            assertEquals(
                    200,
                    upgrading
                            .send(HttpRequest.newBuilder(live).build(), BodyHandlers.discarding())
                            .statusCode());
        }
    }

    @Test
    void noNameAndTwoNamesAreNone() {
        LoggedStacks stacks = LoggedStacks.watch();
        assertEquals(400, ask("/q/metrics").status());
        assertEquals(List.of(), stacks.end());
        assertEquals(
                421, ask("/q/metrics", "Host: localhost", "Host: evil.example").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: ://",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void noPageReadsIt(String header) {
        LoggedStacks stacks = LoggedStacks.watch();
        for (String path : new String[] {"/q/metrics", "/q/health/ready"}) {
            Answer answer = ask(path, "Host: localhost", header);
            assertEquals(403, answer.status(), path);
            assertFalse(answer.header("Access-Control-Allow-Origin").isPresent());
        }
        assertEquals(List.of(), stacks.end());
    }

    @ParameterizedTest
    @CsvSource({
        "/q/health/live, 200",
        "/q/health/%6Cive, 200",
        "/nothing, 404",
        "//q/health/live, 400",
        "/q/health;x/live, 400",
        "/q/../q/metrics, 400",
        "/q/%2e%2e/q/metrics, 400"
    })
    void pathsHaveOneFormAndAnswersTheHeadersOfAll(String path, int status) {
        Answer answer = ask(path, "Host: 127.0.0.1");
        assertEquals(status, answer.status());
        assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", answer.header("X-Frame-Options").orElse(""));
        assertEquals("no-store", answer.header("Cache-Control").orElse(""));
    }
}
