package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The join block in its three forms, and the same words in a mail. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("G1")
class JoinBlockResourceTest extends WithSetup {

    private static final String QUERY =
            "?conferenceId=4711007&serviceNumber=%2B390212345678&tollFreeServiceNumber=%2B39800123456&lang=it-CH";

    @Test
    void asText() {
        String text = get("text/plain", QUERY)
                .statusCode(200)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("Content-Language", "it")
                .extract()
                .asString();
        for (String part : List.of(
                "ID conferenza: 471 1007",
                "Numero da chiamare: +39 02 1234 5678",
                "Numero verde: +39 800 123 456",
                "tel:+390212345678,,4711007#")) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    void asPartOfAPage() {
        String page = get("text/html", QUERY).statusCode(200).extract().asString();
        assertTrue(page.contains("href=\"tel:+390212345678,,4711007%23\""), page);
        assertTrue(page.contains("471 1007"), page);
    }

    @Test
    void asCalendarFile() {
        String file = get("text/calendar", QUERY + "&start=2026-12-01T10:00:00%2B01:00")
                .statusCode(200)
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .extract()
                .asString();
        // RFC 7986: a CONFERENCE says that it is a URI.
        assertTrue(
                file.replace("\r\n ", "")
                        .lines()
                        .anyMatch(line -> line.startsWith("CONFERENCE;") && line.contains("VALUE=URI")),
                file);
        ICalendar calendar = Biweekly.parse(file).first();
        assertTrue(
                calendar.validate(ICalVersion.V2_0).isEmpty(),
                () -> calendar.validate(ICalVersion.V2_0).toString());
        VEvent event = calendar.getEvents().getFirst();
        assertEquals(
                "2026-12-01T09:00:00Z",
                event.getDateStart().getValue().toInstant().toString());
        assertTrue(event.getDescription().getValue().contains("471 1007"));
        assertEquals("+39 02 1234 5678", event.getLocation().getValue());
        assertEquals(
                List.of("tel:+390212345678,,4711007%23", "tel:+39800123456,,4711007%23"),
                event.getConferences().stream().map(each -> each.getUri()).toList());
    }

    @Test
    void whatIsNoNumberAndNoLanguageIsRefused() {
        for (String odd : List.of(
                "?conferenceId=12",
                "?conferenceId=0711007",
                "",
                "?conferenceId=4711007&serviceNumber=call",
                "?conferenceId=4711007&lang=italian",
                "?conferenceId=4711007%0d%0aX")) {
            get("text/plain", odd).statusCode(400).contentType("application/problem+json");
        }
        for (String odd : List.of("soon", "2026-12-01", "%2B999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z")) {
            get("text/calendar", "?conferenceId=4711007&start=" + odd).statusCode(400);
        }
        get("text/plain", "?conferenceId=4711007").statusCode(200).header("Content-Language", "en");
    }

    @Test
    void anotherTenantsCallerIsRefused() {
        given().accept("text/plain")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "fabrikam.com")
                                .as("client-app")
                                .authorization())
                .get("/internal/v1/tenants/contoso.com/join-block?conferenceId=4711007")
                .then()
                .statusCode(403);
    }

    /** The next full hour, if the caller does not say when. */
    @Test
    void aCalendarFileWithoutAStartIsOfTheNextHour() {
        Instant before = Instant.now();
        String file = get("text/calendar", QUERY).statusCode(200).extract().asString();
        Instant begin = Biweekly.parse(file)
                .first()
                .getEvents()
                .getFirst()
                .getDateStart()
                .getValue()
                .toInstant();
        assertEquals(begin.truncatedTo(ChronoUnit.HOURS), begin);
        assertTrue(begin.isAfter(before) && !begin.isAfter(Instant.now().plus(1, ChronoUnit.HOURS)), file);
    }

    private static ValidatableResponse get(String type, String query) {
        return given().accept(type)
                .urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("client-app")
                                .authorization())
                .get("/internal/v1/tenants/contoso.com/join-block" + query)
                .then();
    }
}
