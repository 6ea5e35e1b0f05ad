package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conference ID of an enabled user (rule C3). Same root as {@link UsersResource}, so that a wrong method is a 405. */
@Path("/api/v1/users")
@Tag(name = "Conferencing")
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
public class ConferenceIdResource {

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    ReadYourWrites view;

    @POST
    @Path("/{user}/conference-id/reset")
    @Operation(summary = "Another conference ID, chosen at random; the old one is dead at once")
    public UserAnswer reset(String user) {
        UserEntry before = request.user(user);
        return answer(before, ServiceCall.post(path(before) + "/reset", null), null);
    }

    @PUT
    @Path("/{user}/conference-id")
    @Operation(summary = "This conference ID, 7 digits, unless somebody has it; the old one is dead at once")
    public UserAnswer set(String user, Bodies.ConferenceId body) {
        Bodies.required(body);
        UserEntry before = request.user(user);
        return answer(before, ServiceCall.put(path(before), body), body);
    }

    private UserAnswer answer(UserEntry before, ServiceCall call, Bodies.ConferenceId body) {
        ServiceAnswer done = services.pins().send(call, request.wish(body));
        UserEntry user =
                view.after(done, () -> request.view().user(before.userId())).orElse(before);
        return UserAnswer.of(moved(user, done.text("conferenceId")));
    }

    /** The service has the say: the view may be behind, or follow what another request did just before. */
    private static UserEntry moved(UserEntry before, String conferenceId) {
        return before.conferencing() == null || conferenceId == null
                ? before
                : before.with(before.conferencing().withConferenceId(conferenceId));
    }

    private static String path(UserEntry user) {
        return ServiceCall.path("users", user.userId(), "conference-id");
    }
}
