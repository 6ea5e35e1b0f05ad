package dev.foyer.proof.process;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.secrets.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged pin-service, as {@code ./foyer up} starts it, on a port and with secrets of its own. */
public final class PinServiceProcess implements AutoCloseable {

    private static final String NAME = "pin-service";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final JavaProcess process;

    private PinServiceProcess(JavaProcess process) {
        this.process = process;
    }

    /** Returns when it is ready. Topics and users exist already. */
    public static PinServiceProcess start(Home home, Repository repository, Brokers brokers, int heapMegabytes) {
        Path jar = repository.serviceJar(NAME);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: call this through ./foyer, which builds it.");
        }
        List<Integer> ports = FreePorts.several(2);
        Secrets secrets = Secrets.prepare(home, Map.of());
        DeliveryKey.publish(secrets.pinKeys(), brokers.connection());
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_SSL_PORT", ports.getFirst().toString(),
                "QUARKUS_MANAGEMENT_PORT", ports.getLast().toString(),
                "KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrap(),
                "FOYER_KAFKA_PASSWORD_FILE", home.brokerUsers().resolve(NAME).toString(),
                "FOYER_GATEWAY_KEYS_FILE", secrets.gatewayPublicKeys().toString(),
                "FOYER_PEPPER_FILE", secrets.pepper().toString(),
                "FOYER_SIGNING_KEYS_FILE", secrets.pinKeys().pinSigning().toString(),
                "FOYER_VERIFICATION_KEYS_FILE", secrets.pinKeys().verification().toString(),
                "FOYER_NOTIFICATION_SIGNERS_FILE",
                        secrets.pinKeys().notificationSigners().toString()));
        environment.put(
                "FOYER_INSTANCE_KEYS_FILE", secrets.instanceKeys().get(NAME).toString());
        environment.putAll(secrets.certificates().environment(NAME));
        PinServiceProcess started =
                new PinServiceProcess(JavaProcess.startJar(home, NAME, heapMegabytes, jar, environment));
        started.awaitReady(URI.create("http://127.0.0.1:" + ports.getLast() + "/q/health/ready"));
        return started;
    }

    /** What it has used of the processors so far, in seconds. */
    public double cpuSeconds() {
        return process.cpuSeconds();
    }

    /** SIGSTOP: what is written meanwhile lies there. Shorter than a session, or it loses its partitions. */
    public void pause() {
        process.pause();
    }

    /** SIGCONT. */
    public void resume() {
        process.resume();
    }

    private void awaitReady(URI health) {
        // An upgrade to HTTP/2 in clear is not for a port of health.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            if (!Pause.untilTrue(START, () -> isOk(http, health))) {
                close();
                throw new IllegalStateException("pin-service does not start:\n" + process.lastLines(20));
            }
        }
    }

    private static boolean isOk(HttpClient http, URI health) {
        try {
            // One that is asked while the process starts may never be answered.
            HttpRequest ask = HttpRequest.newBuilder(health).timeout(ANSWER).build();
            return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
