package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.NotificationServiceClient;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How a meeting is joined by phone (rule G1). Same root as {@link MeetingsResource}, so that a wrong method is a 405. */
@Path("/api/v1/meetings")
@Tag(name = "Meetings")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR, Roles.CLIENT_APP})
@RunOnVirtualThread
public class MeetingInvitationResource {

    @Inject
    Invitations invitations;

    @GET
    @Path("/{conferenceId}/invitation")
    @Produces(Invitations.TEXT)
    @Operation(
            summary = "How a meeting is joined by phone; never a PIN",
            description = "text/plain, or by Accept text/html (a table for a page) or text/calendar (an hour's meeting"
                    + " from start on).")
    @APIResponse(
            responseCode = "200",
            description = "In the language asked for, or the nearest that there is",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class))
            })
    public String text(
            String conferenceId,
            @Parameter(description = "BCP 47; the organizer's when absent") @RestQuery String lang,
            @Parameter(
                            description =
                                    "of a calendar file, and of nothing else: RFC 3339; the next full hour when absent")
                    @RestQuery
                    String start) {
        Invitations.noStart(start);
        return invitations.ofMeeting(conferenceId, lang, NotificationServiceClient::joinText);
    }

    @GET
    @Path("/{conferenceId}/invitation")
    @Produces(Invitations.HTML)
    @Operation(hidden = true)
    public String page(String conferenceId, @RestQuery String lang, @RestQuery String start) {
        Invitations.noStart(start);
        return invitations.ofMeeting(conferenceId, lang, NotificationServiceClient::joinPage);
    }

    @GET
    @Path("/{conferenceId}/invitation")
    @Produces(Invitations.CALENDAR)
    @Operation(hidden = true)
    public String calendar(String conferenceId, @RestQuery String lang, @RestQuery String start) {
        return invitations.ofMeeting(
                conferenceId, lang, (service, command, block) -> service.joinCalendar(command, block, start));
    }
}
