package dev.foyer.ctl.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.CtlException;
import dev.foyer.ctl.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a company, and what becomes of its tokens, with a stand-in for its provider. */
class CompanySignInTest {

    @TempDir
    Path home;

    private final List<String> waits = new ArrayList<>();
    private StubServer door;

    @BeforeEach
    void open() throws IOException {
        door = new StubServer();
    }

    @AfterEach
    void shut() {
        door.close();
    }

    private Gateway gateway(Profile.SignIn signIn) {
        Gateway.Trace nobody = new Gateway.Trace() {
            @Override
            public void sent(String method, String url, String body) {}

            @Override
            public void came(int status, long millis) {}
        };
        return new Gateway(new SignedIn(new Profile("p", door.url(), signIn), profiles()), nobody, (s, why) -> false);
    }

    private Profiles profiles() {
        return new Profiles(new Folder(home), Map.of());
    }

    private static String away(Executable asked) {
        CtlException away = assertThrows(CtlException.class, asked);
        assertEquals(ExitCode.AWAY, away.code());
        return away.getMessage();
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndKept() throws IOException {
        try (StubServer provider = new StubServer()) {
            provider.says(200, "{\"token_endpoint\":\"" + provider.url() + "/token\"}")
                    .says(200, "{\"access_token\":\"new\",\"refresh_token\":\"next\",\"expires_in\":300}");
            door.says(200, "{}");
            Profile.Company old = company(provider, "old", "first", Instant.EPOCH);
            profiles().save(new Profile("p", door.url(), old));
            gateway(old).get("/api/v1/me");
            assertEquals("Bearer new", door.asked().getFirst().authorization());
            assertTrue(provider.asked().getLast().body().contains("refresh_token=first"));
            assertEquals(
                    "Bearer new", profiles().chosen(Optional.of("p")).signIn().header());
        }
    }

    private static Profile.Company company(StubServer provider, String access, String refresh, Instant expires) {
        return new Profile.Company(provider.url(), "foyer-cli", Profile.Company.USUAL_SCOPE, access, refresh, expires);
    }

    /** Who is away is told so; a sign-in that is good for nothing would send everybody to login instead. */
    @Test
    void aCompanyThatIsAwayIsNamed() throws IOException {
        StubServer provider = new StubServer();
        Profile.Company old = company(provider, "old", "first", Instant.EPOCH);
        provider.close();
        assertEquals(
                "Cannot reach " + provider.url()
                        + ": nobody answers there; check the address, and that Foyer is running.",
                away(() -> gateway(old).get("/api/v1/me")));
        assertEquals(List.of(), door.asked());
    }

    @Test
    void aCompanyThatIsBrokenIsNamedAndATokenOfTheLastMomentIsUsedMeanwhile() throws IOException {
        try (StubServer provider = new StubServer()) {
            provider.says(503, "<html>Later</html>").says(503, "<html>Later</html>");
            door.says(200, "{}");
            gateway(company(provider, "old", "first", Instant.now().plusSeconds(10)))
                    .get("/api/v1/me");
            assertEquals("Bearer old", door.asked().getFirst().authorization());
            assertEquals(
                    provider.url() + " cannot sign you in now (status 503); try again later.",
                    away(() -> gateway(company(provider, "old", "first", Instant.EPOCH))
                            .get("/api/v1/me")));
        }
    }

    @Test
    void whatAnotherProgramRenewedIsNotRenewedAgain() throws IOException {
        try (StubServer provider = new StubServer()) {
            door.says(200, "{}");
            Gateway mine = gateway(company(provider, "old", "first", Instant.EPOCH));
            profiles()
                    .save(new Profile(
                            "p",
                            door.url(),
                            company(provider, "theirs", "second", Instant.now().plusSeconds(300))));
            mine.get("/api/v1/me");
            assertEquals("Bearer theirs", door.asked().getFirst().authorization());
            assertEquals(List.of(), provider.asked(), "the first refresh token may be used up");
        }
    }

    /** Many providers give one for all times, and say it once. */
    @Test
    void aRefreshTokenThatIsNotReplacedStays() throws IOException {
        try (StubServer provider = new StubServer()) {
            discovered(provider).says(200, "{\"access_token\":\"new\",\"expires_in\":300}");
            door.says(200, "{}");
            Profile.Company old = company(provider, "old", "first", Instant.EPOCH);
            profiles().save(new Profile("p", door.url(), old));
            gateway(old).get("/api/v1/me");
            Profile.Company kept =
                    (Profile.Company) profiles().chosen(Optional.of("p")).signIn();
            assertEquals("first", kept.refresh());
            assertEquals("new", kept.access());
        }
    }

    private static StubServer discovered(StubServer provider) {
        String at = provider.url().toString();
        return provider.says(
                200,
                "{\"token_endpoint\":\"" + at + "/token\",\"device_authorization_endpoint\":\"" + at + "/device\"}");
    }

    @Test
    void theDeviceFlowWaitsUntilThePersonHasAgreed() throws IOException {
        try (StubServer provider = new StubServer()) {
            discovered(provider)
                    .says(
                            200,
                            "{\"device_code\":\"d\",\"user_code\":\"ABCD\",\"verification_uri\":\"https://sso/device\",\"interval\":1,\"expires_in\":60}")
                    .says(400, "{\"error\":\"authorization_pending\"}")
                    .says(400, "{\"error\":\"slow_down\"}")
                    .says(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}");
            List<String> told = new ArrayList<>();
            Profile.Company company = DeviceFlow.at(provider.url(), "foyer-cli")
                    .signIn("openid some", told::add, (seconds, why) -> waits.add(Integer.toString(seconds)));
            assertEquals("Bearer a", company.header());
            assertEquals(List.of("Open https://sso/device in a browser and sign in; the code is ABCD."), told);
            assertEquals(List.of("1", "1", "6"), waits);
            assertTrue(provider.asked().get(1).body().contains("scope=openid+some"));
        }
    }

    @Test
    void whoIsNotLetInByTheCompanyIsTold() throws IOException {
        try (StubServer provider = new StubServer()) {
            discovered(provider)
                    .says(
                            200,
                            "{\"device_code\":\"d\",\"user_code\":\"ABCD\",\"verification_uri\":\"https://sso/device\"}")
                    .says(400, "{\"error\":\"access_denied\"}");
            DeviceFlow flow = DeviceFlow.at(provider.url(), "foyer-cli");
            CtlException refused =
                    assertThrows(CtlException.class, () -> flow.signIn("openid", _ -> {}, (s, w) -> true));
            assertEquals(ExitCode.NOT_SIGNED_IN, refused.code());
            assertTrue(refused.getMessage().contains("did not sign you in (access_denied)"), refused::getMessage);
        }
    }
}
