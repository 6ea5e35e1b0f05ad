package dev.foyer.ctl.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in where, in one file for its owner alone. */
class ProfilesTest {

    private static final URI URL = URI.create("https://foyer.contoso.com");

    @TempDir
    Path home;

    private Profiles profiles(Map<String, String> environment) {
        return new Profiles(new Folder(home.resolve("foyerctl")), environment);
    }

    private static Profile basic(String name) {
        return new Profile(name, URL, new Profile.Basic("admin", "a secret word"));
    }

    @Test
    void whatIsKeptIsReadByItsOwnerAlone() throws IOException {
        profiles(Map.of()).save(basic("production"));
        Path file = home.resolve("foyerctl/profiles.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertEquals(basic("production"), profiles(Map.of()).chosen(Optional.empty()));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        profiles(Map.of()).save(basic("production"));
        Files.setPosixFilePermissions(
                home.resolve("foyerctl/profiles.json"), PosixFilePermissions.fromString("rw-r-----"));
        CtlException refused =
                assertThrows(CtlException.class, () -> profiles(Map.of()).chosen(Optional.empty()));
        assertTrue(refused.getMessage().contains("chmod 600"), refused::getMessage);
    }

    @Test
    void allKindsOfSignInsAreReadAgain() {
        Profile company = new Profile(
                "company",
                URL,
                new Profile.Company(
                        URI.create("https://sso.contoso.com/"),
                        "foyer-cli",
                        "openid api://foyer/access",
                        "access",
                        "refresh",
                        Instant.parse("2026-11-27T12:00:00Z")));
        Profile token = new Profile("token", URL, new Profile.Token("a token"));
        profiles(Map.of()).save(company);
        profiles(Map.of()).save(token);
        assertEquals(List.of(company, token), profiles(Map.of()).all());
        assertEquals("token", profiles(Map.of()).current());
    }

    @Test
    void renewedTokensDoNotChangeWhichIsCurrent() {
        profiles(Map.of()).save(basic("one"));
        profiles(Map.of()).save(basic("two"));
        Profile other = basic("one").with(new Profile.Token("new"));
        profiles(Map.of()).renewed(basic("one"), _ -> other);
        assertEquals(other, profiles(Map.of()).chosen(Optional.of("one")));
        assertEquals("two", profiles(Map.of()).current());
        profiles(Map.of()).use("one");
        assertEquals("one", profiles(Map.of()).current());
        profiles(Map.of()).remove("one");
        assertEquals(
                ExitCode.NOT_SIGNED_IN,
                assertThrows(CtlException.class, () -> profiles(Map.of()).chosen(Optional.of("one")))
                        .code());
    }

    @Test
    void theEnvironmentBeatsTheFile() throws IOException {
        profiles(Map.of()).save(basic("production"));
        Path password = Files.writeString(home.resolve("password"), "from a file\n");
        Profile found = profiles(Map.of(
                        "FOYER_URL",
                        "http://localhost:1",
                        "FOYER_ACCOUNT",
                        "auditor",
                        "FOYER_PASSWORD_FILE",
                        password.toString()))
                .chosen(Optional.empty());
        assertEquals(new Profile.Basic("auditor", "from a file"), found.signIn());
        assertThrows(
                CtlException.class,
                () -> profiles(Map.of("FOYER_URL", "http://localhost:1")).chosen(Optional.empty()));
        assertEquals(
                "production",
                profiles(Map.of("FOYER_URL", "http://localhost:1"))
                        .chosen(Optional.of("production"))
                        .name());
    }

    @Test
    void nothingThatIsPrintedHasASecret() {
        for (Profile.SignIn signIn : List.of(
                new Profile.Basic("admin", "s3cret"),
                new Profile.Token("s3cret"),
                new Profile.Company(URL, "c", "openid", "s3cret", "s3cret", Instant.EPOCH))) {
            assertFalse(new Profile("p", URL, signIn).toString().contains("s3cret"));
        }
    }

    @Test
    void theLineThatSignsInAgainSaysWhatIsNotUsual() {
        Profile.Company usual = new Profile.Company(
                URI.create("https://sso"), "c", Profile.Company.USUAL_SCOPE, "a", "r", Instant.EPOCH);
        String line = "foyerctl login " + URL + " --issuer https://sso --client-id c";
        assertEquals(line + " --profile p", new Profile("p", URL, usual).loginLine());
        Profile.Company own = new Profile.Company(URI.create("https://sso"), "c", "openid x", "a", "r", Instant.EPOCH);
        assertEquals(line + " --scope 'openid x' --profile p", new Profile("p", URL, own).loginLine());
    }

    @Test
    void whatIsDamagedIsNamedAndCanBeForgotten() {
        profiles(Map.of()).save(basic("good"));
        Profile.Company company =
                new Profile.Company(URI.create("https://sso"), "c", "openid", "a", "r", Instant.EPOCH);
        profiles(Map.of()).save(new Profile("bad", URL, company));
        Folder folder = new Folder(home.resolve("foyerctl"));
        folder.writeSecret(
                "profiles.json",
                folder.readSecret("profiles.json").orElseThrow().replace(Instant.EPOCH.toString(), "yesterday"));
        CtlException damaged =
                assertThrows(CtlException.class, () -> profiles(Map.of()).chosen(Optional.of("bad")));
        assertEquals(ExitCode.NOT_SIGNED_IN, damaged.code());
        assertTrue(damaged.getMessage().startsWith("The profile bad in "), damaged::getMessage);
        profiles(Map.of()).remove("bad");
        assertEquals(1, profiles(Map.of()).all().size());
    }

    @Test
    void aTokenMayComeFromAFileWithItsLinesEnd() {
        assertEquals(
                new Profile.Token("abc.def"),
                profiles(Map.of("FOYER_URL", "https://foyer.contoso.com", "FOYER_TOKEN", "abc.def\r\n"))
                        .chosen(Optional.empty())
                        .signIn());
    }
}
