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

/** How a user's own conference is joined by phone (rule G1). Same root as {@link UsersResource}, so that a wrong method is a 405. */
@Path("/api/v1/users")
@Tag(name = "Conferencing")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
@RunOnVirtualThread
public class UserInvitationResource {

    @Inject
    ApiRequest request;

    @Inject
    Invitations invitations;

    @GET
    @Path("/{user}/conferencing/invitation")
    @Produces(Invitations.TEXT)
    @Operation(
            summary = "How the user's own conference is joined by phone; never a PIN",
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
            String user,
            @Parameter(description = "BCP 47; the user's when absent") @RestQuery String lang,
            @Parameter(
                            description =
                                    "of a calendar file, and of nothing else: RFC 3339; the next full hour when absent")
                    @RestQuery
                    String start) {
        Invitations.noStart(start);
        return invitations.ofUser(request.user(user), lang, NotificationServiceClient::joinText);
    }

    @GET
    @Path("/{user}/conferencing/invitation")
    @Produces(Invitations.HTML)
    @Operation(hidden = true)
    public String page(String user, @RestQuery String lang, @RestQuery String start) {
        Invitations.noStart(start);
        return invitations.ofUser(request.user(user), lang, NotificationServiceClient::joinPage);
    }

    @GET
    @Path("/{user}/conferencing/invitation")
    @Produces(Invitations.CALENDAR)
    @Operation(hidden = true)
    public String calendar(String user, @RestQuery String lang, @RestQuery String start) {
        return invitations.ofUser(
                request.user(user), lang, (service, command, block) -> service.joinCalendar(command, block, start));
    }
}
