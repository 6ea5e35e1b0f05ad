package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a conference is joined by phone, as the gateway hands it out: in each form, in the user's language, without a PIN. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("G1")
class InvitationIT {

    private static final String USER = "/api/v1/users/inviting";

    private static Cast cast;
    private static String conferenceId;
    private static String pin;

    @BeforeAll
    static void enabled(SharedFoyer foyer) {
        cast = foyer.foyer().cast();
        Map<String, Object> profile = Map.of(
                "userPrincipalName", "inviting@contoso.com",
                "displayName", "Ines Viting",
                "primarySmtpAddress", "inviting@contoso.com",
                "preferredLanguage", "it");
        assertEquals(201, cast.admin().put(USER, profile).status());
        assertEquals(409, cast.admin().get(USER + "/conferencing/invitation").status());
        Answer enabled = cast.admin().post(USER + "/conferencing", Map.of());
        conferenceId = enabled.text("conferenceId");
        pin = foyer.issued(enabled.text("pin"));
    }

    private static String said(Api asked, String path, String accept) {
        Answer answer = asked.with("Accept", accept).get(path);
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(
                answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith(accept.equals("*/*") ? "text/plain" : accept),
                () -> "" + answer.headers());
        String text = answer.body().asText();
        assertFalse(text.replace(conferenceId, "").contains(pin), "it says the PIN");
        return text;
    }

    @Test
    void ofAUserInEachForm() {
        String path = USER + "/conferencing/invitation";
        String text = said(cast.auditor(), path, "*/*");
        assertTrue(text.replace(" ", "").contains(conferenceId), text);
        assertEquals(text, said(cast.admin(), path, "text/plain"));
        String english = said(cast.admin(), path + "?lang=en", "text/plain");
        assertFalse(english.equals(text), "the user's language is Italian");
        assertTrue(said(cast.admin(), path, "text/html").startsWith("<table"), "a part of a page");
        assertEquals(
                400,
                cast.admin().get(path + "?start=2027-01-15T09:30:00Z").status(),
                "a text tells no time, and what has no effect is refused");
        String calendar = said(cast.admin(), path + "?start=2027-01-15T09:30:00Z", "text/calendar");
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR") && calendar.contains("DTSTART:20270115T093000Z"), calendar);
    }

    @Test
    void ofAMeetingForWhoeverSeesMeetingsAndForClientApps() {
        String path = "/api/v1/meetings/" + conferenceId + "/invitation";
        assertEquals(
                said(cast.admin(), USER + "/conferencing/invitation", "text/plain"),
                said(cast.app(), path, "text/plain"));
        assertEquals(403, cast.bridge().get(path).status());
        assertEquals(404, cast.otherAdmin().get(path).status());
        assertEquals(
                404, cast.otherAdmin().get(USER + "/conferencing/invitation").status());
        assertEquals(403, cast.app().get(USER + "/conferencing/invitation").status());
    }

    @Test
    void whatCannotBeAnsweredIsSaid() {
        String path = USER + "/conferencing/invitation";
        Answer language = cast.admin().get(path + "?lang=%21%21");
        assertEquals(400, language.status(), language::toString);
        Answer start = cast.admin().with("Accept", "text/calendar").get(path + "?start=soon");
        assertEquals(400, start.status(), start::toString);
        assertEquals("/problems/parameter-invalid", start.text("type"));
        assertEquals(
                404, cast.admin().get("/api/v1/meetings/999999999/invitation").status());
    }
}
