package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import dev.foyer.gateway.index.NotificationEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** The ledger of mails, and what an administrator does with a held one. */
@Path("/api/v1/notifications")
@Tag(name = "Notifications")
@RunOnVirtualThread
public class NotificationsResource {

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    ReadYourWrites view;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
    @Operation(summary = "Mails, newest first")
    public ListAnswer<NotificationAnswer> list(
            @RestQuery String status, @RestQuery String user, @RestQuery String limit, @RestQuery String cursor) {
        String userId =
                user == null || user.isEmpty() ? null : request.user(user).userId();
        NotificationStatus one = Params.oneOf("status", status, NotificationStatus.class);
        String wanted = one == null ? null : one.name();
        return ListAnswer.of(
                request.view().notifications(wanted, userId, Params.limit(limit), cursor), NotificationAnswer::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
    @Operation(summary = "One mail; never with a PIN")
    public NotificationAnswer get(String id) {
        return NotificationAnswer.of(known(id));
    }

    @POST
    @Path("/{id}/send")
    @ResponseStatus(202)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "Sends a held mail, to its user or to another address")
    @APIResponse(
            responseCode = "202",
            description = "It is tried until a server takes it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NotificationAnswer.class)))
    public NotificationAnswer send(String id, Bodies.Send body) {
        NotificationEntry before = known(id);
        Bodies.Send wanted = body == null ? Bodies.Send.NOTHING : body;
        ServiceAnswer done =
                services.notifications().send(ServiceCall.post(path(before) + "/send", wanted), request.wish(wanted));
        return NotificationAnswer.of(
                view.after(done, () -> request.view().notification(id)).orElse(before));
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "A held mail will never be sent")
    public void discard(String id) {
        NotificationEntry before = known(id);
        view.follow(
                services.notifications().send(ServiceCall.post(path(before) + "/discard", null), request.wish(null)));
    }

    @POST
    @Path("/{id}/hand-over")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "The user got by hand what a held mail says; it will never be sent")
    public void handOver(String id) {
        NotificationEntry before = known(id);
        view.follow(
                services.notifications().send(ServiceCall.post(path(before) + "/hand-over", null), request.wish(null)));
    }

    @POST
    @Path("/{id}/reveal")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary =
                    "Shows the PIN of a held mail, if nobody has seen it: once, in this answer only; 410 from then on",
            description = "A repetition of the request does not show it again, whatever its Idempotency-Key.")
    public RevealAnswer reveal(String id) {
        NotificationEntry before = known(id);
        // notification-service forgets a mail some time after its end; that it was revealed stays true.
        if (before.revealedAt() != null) {
            throw Problems.alreadyRevealed().exception();
        }
        ServiceAnswer done =
                services.notifications().send(ServiceCall.post(path(before) + "/reveal", null), request.wish(null));
        view.follow(done);
        return new RevealAnswer(done.text("pin"));
    }

    private NotificationEntry known(String id) {
        return request.view()
                .notification(id)
                .orElseThrow(() -> Problems.notificationNotFound().exception());
    }

    private static String path(NotificationEntry entry) {
        return ServiceCall.path("users", entry.userId(), "notifications", entry.notificationId());
    }
}
