package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a packaged service that must not start, with everything that it needs but for what a test takes or spoils. */
final class RefusedStart {

    private final Component service;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder for its files */
    RefusedStart(Component service, Path folder) {
        this.service = service;
        this.folder = folder;
        Secrets secrets = Secrets.prepare(new Home(folder), Map.of());
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_HTTP_SSL_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        if (service == Component.ADMIN_GATEWAY) {
            environment.put("FOYER_ACCOUNTS_FILE", secrets.accountsFile().toString());
            environment.put(
                    "FOYER_PIN_VERIFICATION_KEYS_FILE",
                    secrets.pinKeys().verificationPublic().toString());
            environment.put("FOYER_SESSION_KEY_FILE", secrets.sessionKeyFile().toString());
            environment.put(
                    "FOYER_SIGNING_KEYS_FILE", secrets.gatewayPrivateKeys().toString());
        } else {
            environment.put(
                    "FOYER_GATEWAY_KEYS_FILE", secrets.gatewayPublicKeys().toString());
            environment.put(
                    "FOYER_INSTANCE_KEYS_FILE",
                    secrets.instanceKeys().get(service.title()).toString());
        }
        if (service == Component.MEETING_SERVICE) {
            environment.put(
                    "FOYER_PIN_SIGNERS_FILE", secrets.pinKeys().pinSigners().toString());
            environment.put(
                    "FOYER_WEBHOOKS_KEYS_FILE", secrets.pinKeys().webhooks().toString());
        }
        environment.putAll(secrets.certificates().environment(service.title()));
    }

    RefusedStart with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    RefusedStart without(String... names) {
        List.of(names).forEach(environment::remove);
        return this;
    }

    /** It ends by itself and says this sentence once, and no stack; returns all that it said. */
    String saying(String sentence) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Repository.find().serviceJar(service.title()).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it started");
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        assertNotEquals(0, process.exitValue());
        List<String> said =
                output.lines().filter(line -> line.contains(sentence)).toList();
        assertEquals(1, said.size(), output);
        assertFalse(output.contains("\tat "), output);
        return output;
    }
}
