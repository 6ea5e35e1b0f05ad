package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Esperanto is there in tests only, with two sentences; {@code MessageFilesTest} finds what it lacks. */
    @Test
    @Tag("D4")
    void whatALanguageLacksIsSaidInEnglish() {
        get("?kind=PIN_RESET&lang=eo")
                .statusCode(200)
                .body("language", equalTo("eo"))
                .body("subject", equalTo("Your new dial-in conferencing PIN"))
                .body("text", containsString("Saluton Amos Marble,"))
                .body("text", containsString("Via PIN: ***********"))
                .body("text", containsString("An administrator has reset your dial-in conferencing PIN"))
                .body("html", allOf(containsString("Via PIN"), containsString("press star (*)")))
                .body("text", not(containsString("resetLead")));
    }

    /** Whose mail it is, whom to ask, where to call, and what to do there: in each mail that it concerns, and in no other. */
    @ParameterizedTest
    @MethodSource("kindsInBothLanguages")
    @Tag("M1")
    @Tag("M2")
    @Tag("M3")
    @Tag("M4")
    @Tag("M5")
    @Tag("L1")
    @Tag("E7")
    @Tag("G1")
    void everyMailSaysWhoseItIsWhomToAskAndHowToStart(Kind kind, String language) {
        String tenant = "preview-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        setup.settings(tenant, settings());
        boolean italian = language.equals("it");
        // The settings come by another topic.
        JsonPath mail = await().until(
                        () -> get(tenant, "?kind=" + kind + "&lang=" + language + "&serviceNumber=%2B390212345678")
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        preview -> preview.getString("replyTo") != null);
        assertEquals(language, mail.getString("language"));
        assertEquals("help@fabrikam.example", mail.getString("replyTo"));
        boolean joins = kind != Kind.TURNED_OFF && kind != Kind.PIN_LOCKED;
        for (String part : List.of(mail.getString("text"), mail.getString("html"))) {
            assertTrue(part.contains("Fabrikam Italia"), part);
            assertTrue(part.contains((italian ? "scrivi a " : "write to ") + "help@fabrikam.example"), part);
            assertEquals(joins, part.contains(italian ? "premi asterisco (*)" : "press star (*)"), part);
            assertEquals(joins, part.contains("tel:+390212345678,,0123456"), part);
            assertEquals(joins, part.contains(italian ? "Milano, Italia" : "Milano, Italy"), part);
            assertEquals(
                    joins, part.contains(italian ? "Lingue: italiano, inglese" : "Languages: Italian, English"), part);
        }
    }

    static Stream<Arguments> kindsInBothLanguages() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of("en", "it").map(language -> Arguments.of(kind, language)));
    }

    private static ObjectNode settings() {
        ObjectNode settings = NotificationTestSetup.object()
                .put("organizationName", "Fabrikam Italia")
                .put("supportContact", "help@fabrikam.example");
        settings.putArray("serviceNumbers")
                .addObject()
                .put("number", "+390212345678")
                .put("city", "Milano")
                .put("country", "IT")
                .putArray("languages")
                .add("it")
                .add("en");
        return settings;
    }

    @Test
    void whatIsNoMailIsSaidSo() {
        get("?kind=LOVE_LETTER").statusCode(400).body("detail", containsString("WELCOME"));
        get("").statusCode(400);
    }

    private static ValidatableResponse get(String query) {
        return get("contoso.com", query);
    }

    private static ValidatableResponse get(String tenant, String query) {
        return given().urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        CallToken.of("notification-service", tenant)
                                .as("auditor")
                                .authorization())
                .get("/internal/v1/tenants/" + tenant + "/mail-preview" + query)
                .then();
    }
}
