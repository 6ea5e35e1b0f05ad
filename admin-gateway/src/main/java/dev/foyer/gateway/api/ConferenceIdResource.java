package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandParams;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.ConferenceId;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The conference ID of an enabled user (rule C3). Same root as {@link UsersResource}, so that a wrong method is a 405. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conferencing")
@RolesAllowed(Roles.ADMIN)
@RunOnVirtualThread
public class ConferenceIdResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    @POST
    @Path("/{user}/conference-id/reset")
    @Operation(summary = "Another conference ID, chosen at random; the old one is dead at once")
    public UserAnswer reset(String user) {
        UserEntry before = request.user(user);
        return answer(
                new KeyScope("reset-conference-id", before.userId()),
                before,
                null,
                (pins, command) -> pins.resetConferenceId(command, before.userId()));
    }

    @PUT
    @Path("/{user}/conference-id")
    @Operation(summary = "This conference ID, 7 digits, unless somebody has it; the old one is dead at once")
    public UserAnswer set(String user, Bodies.ConferenceId body) {
        Bodies.required(body);
        UserEntry before = request.user(user);
        ConferenceId wanted = new ConferenceId(body.conferenceId());
        return answer(
                new KeyScope("set-conference-id", before.userId()),
                before,
                body,
                (pins, command) -> pins.setConferenceId(command, before.userId(), wanted));
    }

    private UserAnswer answer(
            KeyScope scope,
            UserEntry before,
            Bodies.ConferenceId body,
            BiFunction<PinServiceClient, CommandParams, RestResponse<ConferenceId>> change) {
        Answered<ConferenceId> done = pinService.call(request.command(scope, body), change);
        UserEntry user = readYourWrites
                .read(done, () -> request.view().userById(before.userId()))
                .orElse(before);
        return UserAnswer.of(moved(user, done.body().conferenceId()));
    }

    /** The service has the say: the index may not be there yet, or show what another request did just before. */
    private static UserEntry moved(UserEntry before, String conferenceId) {
        return before.conferencing() == null || conferenceId == null
                ? before
                : before.with(before.conferencing().withConferenceId(conferenceId));
    }
}
