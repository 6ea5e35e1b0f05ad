package dev.foyer.gateway.company;

import static dev.foyer.gateway.Api.problem;
import static dev.foyer.gateway.company.CompanyGateway.contoso;
import static dev.foyer.gateway.company.CompanyGateway.fabrikam;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.PinVerificationKey;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** Which tokens the API believes, and for whom. */
@QuarkusTest
@TestProfile(CompanyGateway.Profile.class)
class CompanyTokensTest extends WithAmos {

    private static final String ADMIN = "conferencing-admin";

    private static ValidatableResponse users(String token) {
        return given().header("Authorization", "Bearer " + token).get(Api.USERS).then();
    }

    private static void refused(String token) {
        problem(users(token), 401, "not-signed-in");
        users(token)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Foyer\""))
                .body(not(containsString("issuer")))
                .body(not(containsString("expired")));
    }

    @Test
    void aTokenIsTheTenantOfItsIssuer() {
        users(contoso.token(contoso.claims("mira", ADMIN))).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void rolesThatAreNotOursGiveNothing() {
        problem(users(contoso.token(contoso.claims("nora"))), 403, "role-missing");
        problem(users(contoso.token(contoso.claims("nora", "admin", "operator", "service"))), 403, "role-missing");
    }

    /** An issuer speaks for the tenants in its configuration, whatever it says. */
    @Test
    void anIssuerSpeaksForNoOtherTenant() {
        JwtClaims claims = contoso.claims("mira", ADMIN);
        claims.setStringClaim("tenant", "fabrikam.com");
        claims.setStringClaim("org", "fabrikam.com");
        users(contoso.token(claims)).statusCode(200).body("items", hasSize(1));

        users(fabrikam.token(ofFabrikam("fabrikam.com"))).statusCode(200).body("items", hasSize(0));
        users(fabrikam.token(ofFabrikam("fabrikam.example"))).statusCode(200).body("items", hasSize(0));
        refused(fabrikam.token(ofFabrikam("contoso.com")));
        refused(fabrikam.token(ofFabrikam("fabrikam.com.example")));
        refused(fabrikam.token(fabrikam.claims("mira", ADMIN))); // no tenant at all
        // Its key, and the name of another issuer.
        refused(fabrikam.token(contoso.claims("mira", ADMIN)));
        refused(contoso.token(ofFabrikam("fabrikam.com")));
    }

    private static JwtClaims ofFabrikam(String tenant) {
        JwtClaims claims = fabrikam.claims("ignored");
        claims.setStringClaim("org", tenant);
        claims.setStringClaim("upn", "vera@fabrikam.com");
        claims.setStringListClaim("groups", List.of("Fabrikam Admins", ADMIN));
        return claims;
    }

    @Test
    void whatIsNotForUsIsNotBelieved() {
        JwtClaims other = contoso.claims("mira", ADMIN);
        other.setAudience("another-application");
        refused(contoso.token(other));
        JwtClaims nobody = contoso.claims("mira", ADMIN);
        nobody.unsetClaim("aud");
        refused(contoso.token(nobody));
    }

    @Test
    void whatHasEndedOrNotBegunOrNeverEndsIsNotBelieved() {
        JwtClaims ended = contoso.claims("mira", ADMIN);
        ended.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 10));
        refused(contoso.token(ended));
        JwtClaims later = contoso.claims("mira", ADMIN);
        later.setNotBeforeMinutesInThePast(-1);
        refused(contoso.token(later));
        JwtClaims endless = contoso.claims("mira", ADMIN);
        endless.unsetClaim("exp");
        refused(contoso.token(endless));
    }

    @Test
    void whatTheIssuerDidNotSignIsNotBelieved() {
        JwtClaims claims = contoso.claims("mira", ADMIN);
        refused(contoso.token(
                claims, jws -> jws.setKey(PinVerificationKey.make("k1").getPrivateKey())));
        refused(contoso.token(claims, jws -> jws.setKeyIdHeaderValue("never-seen")));
        refused(contoso.token(claims, jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            jws.setKey(null);
        }));
        // The public key taken for a secret.
        refused(contoso.token(claims, jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            jws.setKey(new HmacKey(contoso.key().getPublicKey().getEncoded()));
        }));
        // A key that came along.
        refused(contoso.token(claims, jws -> {
            var own = PinVerificationKey.make("own");
            jws.setHeader("jwk", own.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            jws.setKeyIdHeaderValue("own");
            jws.setKey(own.getPrivateKey());
        }));
        String[] parts = contoso.token(claims).split("\\.");
        refused(parts[0] + "." + encoded(claims.toJson().replace(ADMIN, "helpdesk")) + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
    }

    /** An ID token says who signed in, and is no permission for anybody to act. */
    @Test
    void onlyAccessTokensAreBelieved() {
        JwtClaims idToken = contoso.claims("mira", ADMIN);
        idToken.setStringClaim("nonce", "n");
        refused(contoso.token(idToken));
        JwtClaims keycloaks = contoso.claims("mira", ADMIN);
        keycloaks.setStringClaim("typ", "ID");
        refused(contoso.token(keycloaks));
        JwtClaims logout = contoso.claims("mira", ADMIN);
        logout.setStringClaim("events", "logout");
        refused(contoso.token(logout));
    }

    @Test
    void namesThatAreNoneAreNotBelieved() {
        for (String name : List.of("", " ", "a\nb", "ä", "x".repeat(129))) {
            refused(contoso.token(contoso.claims(name, ADMIN)));
        }
    }

    @Test
    void nonsenseIsNotBelieved() {
        Stream.of(
                        "",
                        "x",
                        "..",
                        "a.b.c",
                        encoded("{}") + "." + encoded("[]") + ".",
                        encoded("{}") + "." + encoded("{\"iss\":7}") + ".x",
                        encoded("{}") + "." + encoded("{\"iss\":\"" + contoso.issuer() + "\"}") + ".x",
                        encoded("nothing") + "." + encoded("{\"iss\":\"" + contoso.issuer() + "\"}") + ".x",
                        "x".repeat(8000))
                .forEach(CompanyTokensTest::refused);
        given().header("Authorization", "Bearer").get(Api.USERS).then().statusCode(401);
        problem(given().get(Api.USERS).then(), 401, "not-signed-in");
        problem(given().auth().preemptive().basic("admin", "any").get(Api.USERS).then(), 401, "not-signed-in");
    }

    /** Others go on meanwhile, and so do its people when it is back. */
    @Test
    void aProviderThatIsAwayIsNotTheCallersFault() {
        StubProvider away = CompanyGateway.adatum;
        JwtClaims claims = away.claims("ada", ADMIN);
        problem(users(away.token(claims)), 503, "identity-provider-away");
        users(away.token(claims)).header("Retry-After", "5");
        users(contoso.token(contoso.claims("mira", ADMIN))).statusCode(200);
        try (away) {
            away.open();
            users(away.token(claims)).statusCode(200);
        }
        users(away.token(claims)).statusCode(200); // its keys are known now
    }

    @Test
    void theDocumentSaysNameAndPasswordOrAToken() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.keySet()", equalTo(Set.of("account", "token")))
                .body("security*.keySet().flatten()", equalTo(List.of("account", "token")))
                .body("paths.'/api/v1/users'.get.security", nullValue());
    }

    /** Who is between here and a provider cannot give us keys. */
    @Test
    void aProviderWhoseCertificateIsNotBelievedIsAway() {
        StubProvider wingtip = CompanyGateway.wingtip;
        problem(users(wingtip.token(wingtip.claims("wendy", ADMIN))), 503, "identity-provider-away");
    }

    @Test
    void nothingOfATokenIsLogged() {
        String good = contoso.token(contoso.claims("mira", ADMIN));
        JwtClaims other = contoso.claims("mira", ADMIN);
        other.setAudience("another-application");
        try (LogLines log = new LogLines()) {
            users(good).statusCode(200);
            refused(contoso.token(other));
            refused(good + "x");
            refused(contoso.token(other, jws -> jws.setKeyIdHeaderValue("never-seen")));
            assertTrue(
                    log.lines().stream()
                            .noneMatch(line -> line.contains("eyJ") || line.contains("another-application")),
                    () -> "Logged: " + log.lines());
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
