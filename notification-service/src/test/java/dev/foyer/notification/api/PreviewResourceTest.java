package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.foyer.notification.WithSetup;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails as they would go out, before there is one. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class PreviewResourceTest extends WithSetup {

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("A4")
    void everyMailCanBeSeenAndNoneHasAPin(Kind kind) {
        get("?kind=" + kind + "&serviceNumber=%2B390212345678")
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("text", containsString("Amos Marble"))
                .body("text", kind.hasPin() ? containsString("PIN: ***********") : not(containsString("*****")))
                .body("html", allOf(containsString("<html"), not(containsString("<script"))));
    }

    @Test
    void itSpeaksTheLanguageThatIsAskedFor() {
        get("?kind=PIN_RESET&lang=it-CH")
                .statusCode(200)
                .body("language", equalTo("it"))
                .body("html", containsString("<html lang=\"it\""));
    }

    @Test
    void whatIsNoMailIsSaidSo() {
        get("?kind=LOVE_LETTER").statusCode(400).body("detail", containsString("WELCOME"));
        get("").statusCode(400);
    }

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("auditor")
                                .authorization())
                .get("/internal/v1/tenants/contoso.com/mail-preview" + query)
                .then();
    }
}
