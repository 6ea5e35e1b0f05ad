package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A real Keycloak, from its Maven distribution, as a process of the test, with the realms of {@code src/test/resources/keycloak}. */
final class Keycloak implements AutoCloseable {

    private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int NEEDLE = 32;

    /** What a command line is told that asks before the person has agreed, or too often. */
    private static final Set<String> WAIT = Set.of("authorization_pending", "slow_down");

    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Returns when the realms are there.
     *
     * @param replaced in the realm files, from name to value
     */
    static Keycloak start(Path folder, Map<String, String> replaced) throws IOException, InterruptedException {
        Path home = unzip(distribution(), folder);
        Path imports = Files.createDirectories(home.resolve("data/import"));
        for (String realm : List.of("contoso", "fabrikam", "staff")) {
            String json = resource(realm + "-realm.json");
            for (Map.Entry<String, String> one : replaced.entrySet()) {
                json = json.replace("@" + one.getKey() + "@", one.getValue());
            }
            Files.writeString(imports.resolve(realm + "-realm.json"), json);
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        Keycloak started = new Keycloak(builder.start(), port);
        if (!Pause.untilTrue(PATIENCE, () -> !started.process.isAlive() || started.isReady())
                || !started.process.isAlive()) {
            started.close();
            throw new IllegalStateException(
                    "Keycloak did not start:\n" + Files.readString(folder.resolve("keycloak.log")));
        }
        return started;
    }

    String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    /** An access token. */
    String token(String realm, String client, String secret, String user, String password) throws Exception {
        return signedIn(realm, client, secret, user, password)
                .path("access_token")
                .asText();
    }

    /** What says who signed in. */
    String idToken(String realm, String client, String secret, String user, String password) throws Exception {
        return signedIn(realm, client, secret, user, password).path("id_token").asText();
    }

    private JsonNode signedIn(String realm, String client, String secret, String user, String password)
            throws Exception {
        JsonNode answer = post(
                realm,
                "token",
                Map.of(
                        "grant_type", "password",
                        "scope", "openid",
                        "client_id", client,
                        "client_secret", secret,
                        "username", user,
                        "password", password));
        if (!answer.hasNonNull("access_token")) {
            throw new IllegalStateException("Keycloak gives no token: " + answer);
        }
        return answer;
    }

    /**
     * A command line that waits.
     *
     * @param page where the person goes, on whatever screen
     */
    record Device(String code, URI page) {}

    Device device(String realm, String client) throws Exception {
        JsonNode answer = post(realm, "auth/device", Map.of("client_id", client, "scope", "openid"));
        return new Device(
                answer.path("device_code").asText(),
                URI.create(answer.path("verification_uri_complete").asText()));
    }

    /** Empty until the person has signed in and agreed. */
    Optional<String> deviceToken(String realm, String client, Device device) throws Exception {
        JsonNode answer = post(
                realm,
                "token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        client,
                        "device_code",
                        device.code()));
        String error = answer.path("error").asText();
        if (!error.isEmpty() && !WAIT.contains(error)) {
            throw new IllegalStateException("Keycloak gives no token: " + answer);
        }
        return Optional.of(answer.path("access_token").asText()).filter(token -> !token.isEmpty());
    }

    /** The end of each token that it gave to anybody but the gateway: no other text has that. */
    Set<String> issued() {
        return Set.copyOf(issued);
    }

    private JsonNode post(String realm, String endpoint, Map<String, String> form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/" + endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(CompanyBrowser.encoded(form)))
                .build();
        JsonNode answer =
                JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        Stream.of("access_token", "id_token", "refresh_token")
                .map(name -> answer.path(name).asText())
                .filter(token -> token.length() > NEEDLE)
                .forEach(token -> issued.add(token.substring(token.length() - NEEDLE)));
        return answer;
    }

    private boolean isReady() {
        try {
            return Stream.of("contoso", "fabrikam").allMatch(realm -> {
                try {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(realm)))
                            .timeout(Duration.ofSeconds(5))
                            .build();
                    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException e) {
                    return false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            });
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Path distribution() throws IOException, InterruptedException {
        String version = System.getProperty("keycloak.version");
        Path zip = Path.of(System.getProperty("user.home"), ".m2/repository/org/keycloak/keycloak-quarkus-dist")
                .resolve(version)
                .resolve("keycloak-quarkus-dist-" + version + ".zip");
        if (!Files.exists(zip)) {
            int fetched = new ProcessBuilder(
                            "mvn",
                            "-q",
                            "-B",
                            "dependency:get",
                            "-Dtransitive=false",
                            "-Dartifact=" + ARTIFACT + version + ":zip")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (fetched != 0) {
                throw new IllegalStateException("Maven cannot get " + ARTIFACT + version + ":zip");
            }
        }
        return zip;
    }

    private static Path unzip(Path zip, Path folder) throws IOException {
        Path root = null;
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                root = root == null ? folder.resolve(Path.of(entry.getName()).getName(0)) : root;
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
        return root;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Keycloak.class.getResourceAsStream("/keycloak/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Its script starts a JVM in its place (exec), or beside it: both go. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        http.close();
    }
}
