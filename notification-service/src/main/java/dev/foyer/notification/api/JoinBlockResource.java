package dev.foyer.notification.api;

import dev.foyer.base.Problem;
import dev.foyer.base.Roles;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.mail.JoinBlocks;
import dev.foyer.notification.mail.JoinBlocks.Wanted;
import dev.foyer.notification.mail.JoinBlocks.Written;
import dev.foyer.service.AllowedRoles;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How a conference is joined by telephone (G1), in the words of the mails; never a PIN. */
@Path("/internal/v1/tenants/{tenant}/join-block")
@AllowedRoles({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR, Roles.CLIENT_APP})
public class JoinBlockResource {

    private static final String CALENDAR = "text/calendar";
    private static final String CONFERENCE_ID = "[1-9][0-9]{6}|[0-9]{9}";
    /** A calendar file has four digits for a year, and the hour's end needs some, too. */
    private static final int LAST_YEAR = 9998;

    @Inject
    JoinBlocks blocks;

    @RestPath
    String tenant;

    @RestQuery
    @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, pattern = CONFERENCE_ID))
    String conferenceId;

    @RestQuery
    String serviceNumber;

    @RestQuery
    String tollFreeServiceNumber;

    @RestQuery
    String lang;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response text() {
        return answer(blocks.text(wanted()));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return answer(blocks.page(wanted()));
    }

    /** @param start when the meeting begins, RFC 3339; without one it is the next full hour */
    @GET
    @Produces(CALENDAR)
    public Response calendar(@RestQuery String start) {
        return answer(blocks.calendar(wanted(), time(start)));
    }

    private static Response answer(Written written) {
        return Response.ok(written.content()).language(written.language()).build();
    }

    private Wanted wanted() {
        if (conferenceId == null || !conferenceId.matches(CONFERENCE_ID)) {
            throw invalid("conferenceId must be 7 or 9 digits.");
        }
        return new Wanted(
                tenant,
                new DialIn(
                        conferenceId,
                        text("serviceNumber", TextKind.PHONE_NUMBER, serviceNumber),
                        text("tollFreeServiceNumber", TextKind.PHONE_NUMBER, tollFreeServiceNumber)),
                text("lang", TextKind.LANGUAGE, lang));
    }

    private static String text(String name, TextKind kind, String given) {
        try {
            return given == null || given.isEmpty() ? null : kind.of(given);
        } catch (TextRefused e) {
            throw e.problem(name).exception();
        }
    }

    private static Instant time(String start) {
        if (start == null || start.isEmpty()) {
            return null;
        }
        try {
            Instant begin = OffsetDateTime.parse(start).toInstant();
            int year = begin.atOffset(ZoneOffset.UTC).getYear();
            if (year > 0 && year <= LAST_YEAR) {
                return begin;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw invalid("start must be a time such as 2026-11-27T08:30:00Z.");
    }

    private static RuntimeException invalid(String detail) {
        return Problem.of(400, "parameter-invalid", "A parameter is not valid", detail)
                .exception();
    }
}
