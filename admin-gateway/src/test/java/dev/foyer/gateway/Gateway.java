package dev.foyer.gateway;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;

/** What a gateway needs besides the broker. The services behind it are away: nobody listens where they should be. */
public class Gateway implements QuarkusTestResourceLifecycleManager {

    /** Of every account of the tests. */
    public static final String PASSWORD = "correct horse battery";

    private static final String ACCOUNTS = """
            {"accounts": [
              {"name": "admin", "tenant": "contoso.com", "roles": ["conferencing-admin"], "passwordHash": "%1$s"},
              {"name": "owner", "tenant": "contoso.com", "roles": ["conferencing-admin"], "userId": "own-1", "passwordHash": "%1$s"},
              {"name": "helpdesk", "tenant": "contoso.com", "roles": ["helpdesk"], "passwordHash": "%1$s"},
              {"name": "auditor", "tenant": "contoso.com", "roles": ["auditor"], "passwordHash": "%1$s"},
              {"name": "bridge", "tenant": "contoso.com", "roles": ["bridge"], "passwordHash": "%1$s"},
              {"name": "app", "tenant": "contoso.com", "roles": ["client-app"], "passwordHash": "%1$s"},
              {"name": "admin@fabrikam", "tenant": "fabrikam.com", "roles": ["conferencing-admin"], "passwordHash": "%1$s"},
              {"name": "helpdesk@fabrikam", "tenant": "fabrikam.com", "roles": ["helpdesk"], "passwordHash": "%1$s"},
              {"name": "auditor@fabrikam", "tenant": "fabrikam.com", "roles": ["auditor"], "passwordHash": "%1$s"},
              {"name": "bridge@fabrikam", "tenant": "fabrikam.com", "roles": ["bridge"], "passwordHash": "%1$s"},
              {"name": "app@fabrikam", "tenant": "fabrikam.com", "roles": ["client-app"], "passwordHash": "%1$s"},
              {"name": "admin@tailspin", "tenant": "tailspin.com", "roles": ["conferencing-admin"], "passwordHash": "%1$s"},
              {"name": "operator", "tenant": "operators", "roles": ["operator"], "passwordHash": "%1$s"}
            ]}""".formatted(hash(PASSWORD));

    /** As the launcher makes them. */
    public static String hash(String password) {
        return Password.hash(password)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(7168, 5, 1, 32, Argon2.ID))
                .getResult();
    }

    @Override
    public Map<String, String> start() {
        try {
            String nobody = "http://127.0.0.1:" + freePort();
            return Map.of(
                    "foyer.accounts-file",
                    Files.writeString(Files.createTempFile("accounts", ".json"), ACCOUNTS)
                            .toString(),
                    "foyer.pin-verification-keys-file",
                    PinVerificationKey.publicFile().toString(),
                    "foyer.index-directory",
                    Files.createTempDirectory("index").toString(),
                    "foyer.pin-service-url",
                    nobody,
                    "foyer.notification-service-url",
                    nobody,
                    "foyer.meeting-service-url",
                    nobody,
                    "foyer.signing-keys-file",
                    BrokerResource.signingKeys(),
                    "foyer.view-deadline",
                    "500ms",
                    "foyer.command-deadline",
                    "300ms",
                    "foyer.session-key-file",
                    Files.writeString(Files.createTempFile("session", ".key"), "session-key-of-the-tests-0123456789")
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        // The files are of the test's run and small.
    }
}
