package dev.foyer.gateway.company;

import dev.foyer.base.tls.MutualTls;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CertifiedPeers;
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

    /** Speaks for fabrikam.com and its daughter, with names of its own for everything, and TLS of its own authority. */
    static StubProvider fabrikam;

    /** Speaks for adatum.com; is away until a test opens it. */
    static StubProvider adatum;

    /** Speaks for wingtip.com; nobody here believes its certificate. */
    static StubProvider wingtip;

    /** Makes operators. */
    static StubProvider operators;

    /** Speaks for whoever is added and has no provider of its own. */
    static StubProvider others;

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
        CertifiedPeers authority = CertifiedPeers.create();
        MutualTls tls = CertifiedPeers.tls(authority.issue("localhost"), authority);
        fabrikam = new StubProvider(freePort(), tls);
        fabrikam.open();
        adatum = new StubProvider(freePort());
        wingtip = new StubProvider(freePort(), tls);
        wingtip.open();
        operators = new StubProvider(freePort());
        operators.open();
        others = new StubProvider(freePort());
        others.open();
        Map<String, String> config = new HashMap<>(super.start());
        config.remove("foyer.accounts-file");
        config.putAll(provider("contoso", contoso.issuer(), "contoso.com"));
        config.putAll(provider("fabrikam", fabrikam.issuer(), "fabrikam.com,fabrikam.example"));
        config.putAll(provider("adatum", adatum.issuer(), "adatum.com"));
        config.putAll(provider("wingtip", wingtip.issuer(), "wingtip.com"));
        config.putAll(provider("northwind", "http://127.0.0.1:" + freePort(), "northwind.com"));
        config.putAll(provider("others", others.issuer(), "*"));
        config.put("foyer.oidc.others.tenant-claim", "org");
        config.put("foyer.oidc.staff.issuer-url", operators.issuer());
        config.put("foyer.oidc.staff.client-id", StubProvider.CLIENT);
        config.put("foyer.oidc.staff.operators", "true");
        config.put("foyer.oidc.fabrikam.tls-configuration-name", "fabrikam");
        config.put("quarkus.tls.fabrikam.trust-store.pem.certs", file("authority", authority.pem()));
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
                prefix + "user-id-claim",
                "sub",
                prefix + "client-id",
                StubProvider.CLIENT,
                prefix + "client-secret-file",
                file("secret", "client-secret-of-the-tests-012345678"),
                prefix + "tenants",
                tenants);
    }

    private static String file(String name, String content) {
        try {
            return Files.writeString(Files.createTempFile(name, ""), content).toString();
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
        wingtip.close();
        operators.close();
        others.close();
    }
}
