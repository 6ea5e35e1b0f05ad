package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foyerctl} signs in with a company: the person agrees on another screen, and tokens are renewed as long as the company wants. */
@DeskFoyer
class CommandLineCompanyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static StandInProvider provider;
    private static Child gateway;
    private static String url;

    private CtlProcess ctl;

    @BeforeAll
    static void start(SharedFoyer foyer) throws Exception {
        provider = new StandInProvider();
        Ports ports = Ports.free();
        gateway = foyer.foyer().startAnother(Component.ADMIN_GATEWAY, ports, provider.ofGateway(folder, "contoso.com"));
        Api mira = Api.anonymous(ports.http(Endpoint.GATEWAY)).with("Authorization", "Bearer " + provider.token());
        assertTrue(
                Pause.untilTrue(PATIENCE, () -> isReady(mira) || !gateway.isAlive()) && gateway.isAlive(),
                () -> "" + gateway.lastLines(20));
        url = ports.http(Endpoint.GATEWAY).toString().replaceAll("/$", "");
    }

    private static boolean isReady(Api somebody) {
        try {
            return somebody.get("/api/v1/users").status() == 200;
        } catch (CannotRun nobodyListens) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.stop();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @BeforeEach
    void nobodyIsSignedIn() throws IOException {
        ctl = new CtlProcess(folder, Map.of()).keeping(Files.createTempDirectory(folder, "kept"));
    }

    /** @return what was said after the person was told where to go */
    private CtlProcess.Ended login(Runnable person) throws Exception {
        Process login = ctl.start("login", url, "--issuer", provider.issuer());
        try (BufferedReader said = login.inputReader()) {
            assertEquals(
                    "Open " + provider.issuer() + "/screen in a browser and sign in; the code is WDJB-MJHT.",
                    said.readLine());
            int before = provider.pending();
            Awaitility.await().atMost(PATIENCE).until(() -> provider.pending() > before);
            person.run();
            String rest = String.join("\n", said.lines().toList());
            assertTrue(login.waitFor(1, TimeUnit.MINUTES), rest);
            return new CtlProcess.Ended(login.exitValue(), rest);
        }
    }

    private ObjectNode kept() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(ctl.kept().resolve("profiles.json")));
    }

    private void tokenEnds(String token) throws IOException {
        ObjectNode all = kept();
        all.withObject("/profiles/default/signIn").put("access", token).put("expires", Instant.EPOCH.toString());
        Files.writeString(ctl.kept().resolve("profiles.json"), all.toString());
    }

    @Test
    void thePersonAgreesElsewhereAndTheTokenIsRenewedUntilTheCompanyForgets() throws Exception {
        CtlProcess.Ended login = login(provider::agree);
        assertEquals(0, login.code(), login.text());
        assertEquals(
                "Signed in at " + url + " as mira of contoso.com (conferencing-admin), profile default.", login.text());
        assertEquals(0, ctl.run("user", "list").code());

        String ended = provider.token(Duration.ofMinutes(-10));
        int before = provider.renewed();
        tokenEnds(ended);
        CtlProcess.Ended again = ctl.run("whoami", "-o", "json");
        assertEquals(0, again.code(), again.text());
        assertEquals(before + 1, provider.renewed());
        assertEquals(0, ctl.run("whoami").code(), "the renewed one is kept");
        assertEquals(before + 1, provider.renewed());

        provider.forget();
        tokenEnds(ended);
        CtlProcess.Ended expired = ctl.run("user", "list");
        assertEquals(3, expired.code(), expired.text());
        assertEquals(
                "Your sign-in at " + url + " does not hold (any more); sign in again with foyerctl login " + url
                        + " --issuer " + provider.issuer() + " --client-id foyer-cli --profile default.",
                expired.text().strip());
    }

    @Test
    void whoSaysNoIsNotSignedIn() throws Exception {
        CtlProcess.Ended login = login(provider::deny);
        assertEquals(3, login.code(), login.text());
        assertTrue(login.text().contains("did not sign you in (access_denied)"), login.text());
        assertEquals(3, ctl.run("whoami").code());
    }

    @Test
    void ctrlCEndsTheWaitingAtOnce() throws Exception {
        Process login = ctl.start("login", url, "--issuer", provider.issuer());
        try (BufferedReader said = login.inputReader()) {
            said.readLine();
            new ProcessBuilder("kill", "-INT", Long.toString(login.pid()))
                    .start()
                    .waitFor();
            assertTrue(login.waitFor(10, TimeUnit.SECONDS));
            assertEquals(130, login.exitValue());
            assertEquals("Stopped.", said.readLine());
        }
    }
}
