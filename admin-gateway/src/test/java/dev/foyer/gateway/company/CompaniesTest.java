package dev.foyer.gateway.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration of providers that is wrong ends the start with one sentence. */
class CompaniesTest {

    private static final String SECRET = "client-secret-of-the-tests-012345678";

    @TempDir
    Path folder;

    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void twoProviders() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Files.writeString(folder.resolve("short"), "short");
        for (String name : new String[] {"contoso", "fabrikam"}) {
            set(name, "issuer-url", "https://sso." + name + ".com/realms/staff");
            set(name, "client-id", "foyer");
            set(name, "client-secret-file", secret.toString());
            set(name, "tenants", name + ".com");
            set(name, "user-id-claim", "sub");
        }
    }

    private void set(String name, String key, String value) {
        config.put("foyer.oidc." + name + "." + key, value);
    }

    private Companies read() {
        Companies companies = new Companies();
        companies.config = new SmallRyeConfigBuilder()
                .withMapping(CompaniesConfig.class)
                .withSources(new PropertiesConfigSource(config, "test", 100))
                .build()
                .getConfigMapping(CompaniesConfig.class);
        companies.tls = new NoTls();
        companies.read(new StartupEvent());
        return companies;
    }

    @Test
    void eachSpeaksForItsTenants() {
        set("fabrikam", "tenants", "fabrikam.com,fabrikam.example");
        set("fabrikam", "tenant-claim", "org");
        Companies companies = read();
        assertTrue(companies.isThereAny());
        assertEquals(Optional.of("contoso"), companies.ofTenant("contoso.com"));
        assertEquals(Optional.of("fabrikam"), companies.ofTenant("fabrikam.example"));
        assertEquals(Optional.empty(), companies.ofTenant("contoso.com.au"));
        assertEquals(Optional.empty(), companies.only());
    }

    @Test
    void oneMaySpeakForWhoeverIsAddedAndNobodyElseSpeaksFor() {
        set("fabrikam", "tenants", "*");
        set("fabrikam", "tenant-claim", "org");
        Companies companies = read();
        assertEquals(Optional.of("contoso"), companies.ofTenant("contoso.com"));
        assertEquals(Optional.of("fabrikam"), companies.ofTenant("contoso.com.au"));
        assertEquals(Optional.empty(), companies.ofTenant("operators"));
        assertFalse(companies.isNamed("fabrikam.com"));
        assertFalse(companies.isNamed("*"));
        assertTrue(companies.isNamed("contoso.com"));
    }

    private void operators() {
        Stream.of("tenants", "user-id-claim", "client-secret-file")
                .forEach(key -> config.remove("foyer.oidc.fabrikam." + key));
        set("fabrikam", "operators", "true");
    }

    @Test
    void operatorsHaveAnIssuerOfTheirOwnAndNoPage() {
        operators();
        Companies companies = read();
        assertEquals(Optional.of("contoso"), companies.only());
        assertEquals(Optional.empty(), companies.named("fabrikam"));
        assertTrue(companies.ofIssuer("https://sso.fabrikam.com/realms/staff").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenants=fabrikam.com", "tenant-claim=org", "user-id-claim=sub", "client-secret-file=/x"})
    void whatOperatorsDoNotHaveIsRefused(String setting) {
        operators();
        String[] parts = setting.split("=");
        set("fabrikam", parts[0], parts[1]);
        said("foyer.oidc.fabrikam makes operators", "leave " + parts[0] + " out");
    }

    @Test
    void anOperatorsIssuerMakesNobodyElse() {
        operators();
        set("fabrikam", "roles.boss", "conferencing-admin");
        said("foyer.oidc.fabrikam maps to the role conferencing-admin", "none that operators have");
    }

    @Test
    void withoutAnyThereAreNone() {
        config.clear();
        assertFalse(read().isThereAny());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuer-url|https://sso.contoso.com/realms/staff|has the issuer of another one",
                "issuer-url|http://sso.fabrikam.com|is not https",
                "issuer-url|http://127.0.0.1.fabrikam.com|is not https",
                "issuer-url|ftp://127.0.0.1/|is not https",
                "issuer-url|https:fabrikam|is not an address",
                "issuer-url|https://sso.fabrikam.com/?realm=1|is not an address",
                "tenants|fabrikam.com,contoso.com|several tenants",
                "tenants|contoso.com|as another one does",
                "tenant-claim|org|would do nothing",
                "roles.boss|operator|none that people of a company have",
                "tenants|fabrikam|which no tenant can be called",
                "tenants|operators|which no tenant can be called",
                "tenants|*|several tenants",
                "tenants|-.com|which no tenant can be called",
                "user-id-claim||has no user-id-claim",
                "operators|true|makes operators",
                "roles.boss|administrator|none that people of a company have",
                "client-secret-file|/nowhere|cannot be read",
                "tls-configuration-name|sso|which quarkus.tls does not have",
            })
    void whatIsWrongIsSaid(String key, String value, String sentence) {
        if (value == null) {
            config.remove("foyer.oidc.fabrikam." + key);
        } else {
            set("fabrikam", key, value);
        }
        said("The OpenID Connect provider foyer.oidc.", sentence);
    }

    @Test
    void aSecretThatCanBeGuessedIsRefusedAndNotRepeated() {
        set("fabrikam", "client-secret-file", folder.resolve("short").toString());
        String said = said("foyer.oidc.fabrikam", "has a client secret of fewer than 32 characters.");
        assertFalse(said.contains("\"short\""));
    }

    @Test
    void aNameThatIsNoPartOfAnAddressIsRefused() {
        config.keySet().stream()
                .filter(key -> key.contains("fabrikam"))
                .toList()
                .forEach(key -> config.put(key.replace("fabrikam", "Fabrikam"), config.remove(key)));
        said("foyer.oidc.Fabrikam", "stands in addresses");
    }

    private String said(String... parts) {
        String said = assertThrows(ConfigurationException.class, this::read).getMessage();
        for (String part : parts) {
            assertTrue(said.contains(part), said);
        }
        return said;
    }

    /** What there is without {@code quarkus.tls}. */
    private static final class NoTls implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
