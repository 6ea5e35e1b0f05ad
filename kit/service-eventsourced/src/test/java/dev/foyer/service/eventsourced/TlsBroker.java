package dev.foyer.service.eventsourced;

import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** A broker that the service reaches only by signing in over TLS, as in a deployment; the test itself has an open listener. */
public class TlsBroker implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "password-of-the-tester-" + UUID.randomUUID();
    private static final String STORE_PASSWORD = "of-the-store";

    private static EmbeddedBroker broker;

    static EmbeddedBroker broker() {
        return broker;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("foyer-tls");
            Path store = certificate(folder.resolve("broker.p12"));
            int port = freePort();
            broker = EmbeddedBroker.start(listener(port, store));
            Topics.createAll(broker);
            Topics.create(
                    broker,
                    List.of(
                                    "others.words",
                                    "others.transacted",
                                    "others.table",
                                    "others.moving",
                                    "others.first.in",
                                    "tester.dead-letters")
                            .stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList());
            addUser();
            Map<String, String> config = new HashMap<>(Map.of(
                    "kafka.bootstrap.servers",
                    "127.0.0.1:" + port,
                    "kafka.security.protocol",
                    "SASL_SSL",
                    "kafka.ssl.truststore.location",
                    store.toString(),
                    "kafka.ssl.truststore.password",
                    STORE_PASSWORD,
                    "kafka.ssl.truststore.type",
                    "PKCS12"));
            config.put("foyer.kafka-password-file", write(folder.resolve("password"), PASSWORD));
            config.put("foyer.gateway-keys-file", BrokerResource.gatewayKeysFile());
            config.put("foyer.instance-keys-file", BrokerResource.instanceKeysFile());
            config.put("quarkus.http.test-port", "0");
            config.put("quarkus.management.test-port", "0");
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> listener(int port, Path store) {
        return Map.of(
                "listeners",
                "TLS://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "TLS:SASL_SSL",
                "listener.name.tls.ssl.keystore.location",
                store.toString(),
                "listener.name.tls.ssl.keystore.password",
                STORE_PASSWORD,
                "listener.name.tls.ssl.keystore.type",
                "PKCS12",
                "listener.name.tls.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.tls.scram-sha-512.sasl.jaas.config",
                ScramLoginModule.class.getName() + " required;");
    }

    private static void addUser() {
        try (Admin admin = Admin.create(broker.connection())) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "tester", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By the JDK's own tool; a store with a key is one that trusts its certificate, too. */
    private static Path certificate(Path store) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (!Files.exists(store)) {
            throw new IllegalStateException(output);
        }
        return store;
    }

    private static String write(Path file, String content) throws IOException {
        return Files.writeString(file, content).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
