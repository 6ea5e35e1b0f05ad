package dev.foyer.proof.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak as administrators compare us with it: its distribution from Maven Central, in production mode with its file
 * database, a realm whose password hash has one iteration, login and admin events kept.
 */
final class KeycloakPeer implements AutoCloseable {

    /** Told with each figure. */
    static final String VERSION = "26.7.3";

    static final String RESET = "Keycloak " + VERSION + " reset-password";
    static final String CLIENT_CREDENTIALS = "Keycloak " + VERSION + " client credentials";

    private static final String CLIENT = "bench";
    private static final String SECRET = "a-secret-of-the-bench-only";
    private static final int USERS = 128;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT =
            "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + SECRET;

    private final Process process;
    private final int port;
    private final String token;
    private final List<String> users;

    private KeycloakPeer(Process process, int port) {
        this.process = process;
        this.port = port;
        try (Connection connection = new Connection(port)) {
            this.token = "Bearer "
                    + read(connection.send(grant())).path("access_token").asText();
            this.users = new ArrayList<>();
            for (JsonNode user : read(connection.send(Request.get("/admin/realms/bench/users?max=" + USERS, token)))) {
                users.add(user.path("id").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers. */
    static KeycloakPeer start(Path folder) {
        try {
            Path home = unpacked(folder);
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/bench-realm.json"), realm());
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start",
                            "--db=dev-file",
                            "--cache=local",
                            "--http-enabled=true",
                            "--hostname-strict=false",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keycloak.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            boolean ready = Pause.untilTrue(PATIENCE, () -> !process.isAlive() || answers(port));
            if (!ready || !process.isAlive()) {
                end(process);
                throw new IllegalStateException("Keycloak did not start; see " + folder.resolve("keycloak.log"));
            }
            return new KeycloakPeer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** What an administrator does there when somebody has forgotten the password. */
    Script.Maker resets() {
        return Script.repeating(
                RESET,
                n -> Request.json(
                        "PUT",
                        "/admin/realms/bench/users/" + users.get(n % users.size()) + "/reset-password",
                        token,
                        "{\"type\":\"password\",\"temporary\":false,\"value\":\"pass-" + n + "\"}"));
    }

    /** What another system does there all the time. */
    Script.Maker clientCredentials() {
        return Script.repeating(CLIENT_CREDENTIALS, _ -> grant());
    }

    private static Request grant() {
        return new Request("POST", "/realms/bench/protocol/openid-connect/token", "none", FORM, GRANT);
    }

    private static boolean answers(int port) {
        try (Connection connection = new Connection(port)) {
            return connection.send(grant()).isSuccess();
        } catch (IOException _) {
            return false;
        }
    }

    private static JsonNode read(Response answer) throws IOException {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("Keycloak refuses: " + answer);
        }
        return JSON.readTree(answer.body());
    }

    private static String realm() throws IOException {
        List<Object> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(Map.of("username", "u-" + i, "enabled", true, "email", "u-" + i + "@example.org"));
        }
        users.add(Map.of(
                "username",
                "service-account-" + CLIENT,
                "enabled",
                true,
                "serviceAccountClientId",
                CLIENT,
                "clientRoles",
                Map.of("realm-management", List.of("manage-users", "view-users"))));
        Map<String, Object> client = Map.of(
                "clientId", CLIENT,
                "secret", SECRET,
                "enabled", true,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "publicClient", false);
        return JSON.writeValueAsString(Map.of(
                "realm",
                "bench",
                "enabled",
                true,
                "sslRequired",
                "none",
                "accessTokenLifespan",
                7_200,
                "passwordPolicy",
                "hashIterations(1)",
                "eventsEnabled",
                true,
                "adminEventsEnabled",
                true,
                "clients",
                List.of(client),
                "users",
                users));
    }

    /** Maven fetches it and keeps it in its own repository. */
    private static Path unpacked(Path folder) throws IOException {
        Files.createDirectories(folder);
        // In that folder, which has no project: Maven would remember by project that it had unpacked, wherever that
        // was.
        run(
                folder,
                "mvn",
                "-q",
                "-B",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                "-DoutputDirectory=" + folder);
        return folder.resolve("keycloak-" + VERSION);
    }

    private static void run(Path folder, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("This did not work: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end(process);
    }

    /** Its script starts a JVM beside it, or in its place. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
