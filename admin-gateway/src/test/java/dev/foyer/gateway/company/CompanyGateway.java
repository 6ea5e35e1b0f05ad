package dev.foyer.gateway.company;

import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway without accounts of its own: two companies' people sign in with theirs. */
public final class CompanyGateway extends Gateway {

    /** Speaks for contoso.com. */
    static StubProvider contoso;

    /** Speaks for fabrikam.com and its daughter, with names of its own for everything. */
    static StubProvider fabrikam;

    /** Speaks for adatum.com; is away until a test opens it. */
    static StubProvider adatum;

    /** For tests whose gateway is this one. */
    public static final class Profile implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(BrokerResource.class), new TestResourceEntry(CompanyGateway.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Override
    public Map<String, String> start() {
        contoso = new StubProvider(freePort());
        contoso.open();
        fabrikam = new StubProvider(freePort());
        fabrikam.open();
        adatum = new StubProvider(freePort());
        Map<String, String> config = new HashMap<>(super.start());
        config.remove("foyer.accounts-file");
        config.putAll(provider("contoso", contoso.issuer(), "contoso.com"));
        config.putAll(provider("fabrikam", fabrikam.issuer(), "fabrikam.com,fabrikam.example"));
        config.putAll(provider("adatum", adatum.issuer(), "adatum.com"));
        config.putAll(provider("northwind", "http://127.0.0.1:" + freePort(), "northwind.com"));
        config.put("foyer.oidc.fabrikam.tenant-claim", "org");
        config.put("foyer.oidc.fabrikam.account-claim", "upn");
        config.put("foyer.oidc.fabrikam.roles-claim", "groups");
        config.put("foyer.oidc.fabrikam.roles.\"Fabrikam Admins\"", "conferencing-admin");
        return config;
    }

    private static Map<String, String> provider(String name, String issuer, String tenants) {
        String prefix = "foyer.oidc." + name + ".";
        return Map.of(
                prefix + "issuer-url",
                issuer,
                prefix + "client-id",
                StubProvider.CLIENT,
                prefix + "client-secret-file",
                secret(),
                prefix + "tenants",
                tenants);
    }

    private static String secret() {
        try {
            return Files.writeString(Files.createTempFile("client", ".secret"), "client-secret-of-the-tests-012345678")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        contoso.close();
        fabrikam.close();
    }
}
