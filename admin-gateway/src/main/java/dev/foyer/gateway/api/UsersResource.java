package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.UserQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The directory: users, found and kept. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "{user} is a userId or a userPrincipalName.")
@RunOnVirtualThread
public class UsersResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Finds users by the beginning of names, addresses or conference IDs, accents ignored")
    public ListAnswer<UserAnswer> find(
            @RestQuery String q,
            @Parameter(description = "enabled, disabled or locked") @RestQuery String state,
            @Parameter(description = "displayName, userPrincipalName or pinSetAt; with a minus the other way round")
                    @RestQuery
                    String sort,
            @Parameter(description = "1 to 200, 50 when absent") @RestQuery String limit,
            @Parameter(description = "next of the answer before") @RestQuery String cursor) {
        UserQuery query =
                new UserQuery(Params.search(q), Params.oneOf("state", state, UserQuery.State.class), UserSort.of(sort));
        return ListAnswer.of(request.view().users(query, Params.limit(limit), cursor), UserAnswer::of);
    }

    @GET
    @Path("/{user}")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One user; the PIN is never shown")
    public UserAnswer get(String user) {
        return UserAnswer.of(request.user(user));
    }

    @PUT
    @Path("/{userId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Puts a user into the directory, or changes one; 201 when the user is new")
    public RestResponse<UserAnswer> put(String userId, Bodies.User body) {
        Params.id("userId", userId);
        Bodies.required(body);
        refuseTakenName(userId, body.userPrincipalName());
        var profile = new PinServiceClient.User(
                body.userPrincipalName(),
                body.displayName(),
                body.primarySmtpAddress(),
                body.preferredLanguage(),
                body.phoneNumbers());
        Answered<Void> done =
                pinService.run(request.command(body), (pins, command) -> pins.provision(command, userId, profile));
        UserAnswer answer = readYourWrites
                .read(done, () -> request.view().user(userId))
                .map(UserAnswer::of)
                .orElseGet(() -> UserAnswer.accepted(userId, body));
        return RestResponse.status(RestResponse.Status.fromStatusCode(done.status() == 201 ? 201 : 200), answer);
    }

    /** A name addresses a user in every other route: two of the same would mean the wrong one. */
    private void refuseTakenName(String userId, String name) {
        if (name != null
                && request.view()
                        .user(name)
                        .filter(holder -> !holder.userId().equals(userId))
                        .isPresent()) {
            throw Problems.userPrincipalNameTaken().exception();
        }
    }

    @DELETE
    @Path("/{user}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Removes a user, and disables conferencing first")
    public void remove(String user) {
        String userId = request.user(user).userId();
        readYourWrites.await(pinService.run(request.command(null), (pins, command) -> pins.remove(command, userId)));
    }

    @GET
    @Path("/{user}/history")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "What happened to a user, newest first, with who and when")
    public ListAnswer<HistoryAnswer> history(String user, @RestQuery String limit, @RestQuery String cursor) {
        String userId = request.user(user).userId();
        CallerMask callers = request.callers();
        return ListAnswer.of(
                request.view().history(userId, Params.limit(limit), cursor), event -> HistoryAnswer.of(event, callers));
    }
}
