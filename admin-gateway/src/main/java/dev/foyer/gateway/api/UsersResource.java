package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.index.UserPast;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The directory: users, found and kept. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@RunOnVirtualThread
public class UsersResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    RemovedUsers removed;

    @Inject
    ReadYourWrites readYourWrites;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Finds users by the beginning of names, addresses, numbers or conference IDs, accents ignored",
            description = "Several words must all fit. conf:4711, tel:0612, mail:amos and name:amos say where a word is"
                    + " looked for; locked: (or locked:no) finds users by their lock. A word with stars has them"
                    + " wherever something is left open, as in *arb*; in quotation marks it is the whole, as in"
                    + " name:\"Amos Marble\". The nine digits of a meeting find its organizer.")
    public UsersAnswer find(
            @RestQuery String q,
            @Parameter(description = "enabled, disabled, locked or held: the mail with the present PIN waits")
                    @RestQuery
                    String state,
            @Parameter(description = "displayName, userPrincipalName or pinSetAt; with a minus the other way round")
                    @RestQuery
                    String sort,
            @RestQuery String facets,
            @Parameter(description = "1 to 200, 50 when absent") @RestQuery String limit,
            @Parameter(description = "next of the answer before") @RestQuery String cursor) {
        TenantView tenant = request.view();
        UserQuery query = query(q, state, sort);
        boolean counted = Params.oneOf("facets", facets, UsersAnswer.Facet.class) != null;
        return UsersAnswer.of(
                tenant.users(query, Params.limit(limit), cursor), counted ? tenant.userCounts(query.text()) : null);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(
            @RestQuery String q, @RestQuery String state, @RestQuery String sort, @RestQuery String separator) {
        TenantView tenant = request.view();
        UserQuery query = query(q, state, sort);
        return new Export<>(cursor -> tenant.users(query, Export.PAGE, cursor).map(UserAnswer::of))
                .csv(Tables.USERS, Params.separator(separator));
    }

    private static UserQuery query(String q, String state, String sort) {
        return new UserQuery(
                Params.userSearch(q), Params.oneOf("state", state, UserQuery.State.class), UserSort.of(sort));
    }

    @GET
    @Path("/{user}")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One user, now or as of then; the PIN is never shown")
    public UserAnswer get(
            String user,
            @Parameter(description = "a time (RFC 3339), or the id of an event of the user: the user as of then")
                    @RestQuery
                    String asOf) {
        return UserAnswer.of(asOf == null || asOf.isEmpty() ? request.user(user) : asOf(user, asOf));
    }

    /** Who is removed by now is asked for by id. */
    private UserEntry asOf(String user, String asOf) {
        String userId = request.findUser(user).map(UserEntry::userId).orElse(user);
        try {
            return request.view()
                    .userAsOf(userId, Params.moment(asOf))
                    .orElseThrow(() -> Problems.userNotFound().exception());
        } catch (UserPast.NoSuchEvent _) {
            throw Problems.eventNotFound().exception();
        }
    }

    @PUT
    @Path("/{user}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Puts a user into the directory, or changes one; 201 when the user is new",
            description = "Here {user} is the userId, never a name.")
    @APIResponse(
            responseCode = "201",
            description = "The user is new",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UserAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The user was there and is so now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UserAnswer.class)))
    public RestResponse<UserAnswer> put(@RestPath("user") String userId, Bodies.User body) {
        Params.id("userId", userId);
        Bodies.required(body);
        refuseTakenName(userId, body.userPrincipalName());
        var profile = new PinServiceClient.User(
                body.userPrincipalName(),
                body.displayName(),
                body.primarySmtpAddress(),
                body.preferredLanguage(),
                body.phoneNumbers());
        Answered<Void> done = pinService.run(
                request.command(new KeyScope("put-user", userId), body),
                (pins, command) -> pins.provision(command, userId, profile));
        UserAnswer answer = readYourWrites
                .read(done, () -> request.view().userById(userId))
                .map(UserAnswer::of)
                .orElseGet(() -> UserAnswer.accepted(userId, body));
        return RestResponse.status(RestResponse.Status.fromStatusCode(done.status() == 201 ? 201 : 200), answer);
    }

    /**
     * Names and ids address users in every other route: two of the same would mean the wrong one. Whose name it is pin-service knows itself, and of a
     * repetition what it answered when the name was free.
     */
    private void refuseTakenName(String userId, String name) {
        TenantView view = request.view();
        if (name != null && !request.isRepeatable() && view.isOthersName(name, userId)) {
            throw Problems.userPrincipalNameTaken().exception();
        }
        if (view.isOthersName(userId, userId) || name != null && view.isOthersId(name, userId)) {
            throw Problems.nameOrIdOfAnother().exception();
        }
    }

    @DELETE
    @Path("/{user}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Removes a user, and disables conferencing first")
    public void remove(String user, Bodies.Because body) {
        Bodies.Because why = Bodies.Because.orNothing(body);
        Removal removal = repeated(user, why).orElseGet(() -> removal(user, why));
        readYourWrites.await(
                pinService.run(removal.command(), (pins, command) -> pins.remove(command, removal.userId())));
    }

    private record Removal(String userId, CommandContext command) {}

    /** That very request again: pin-service knows what it answered, whoever has the name by now. */
    private Optional<Removal> repeated(String user, Bodies.Because why) {
        return removed.idOf(request.account().tenant(), user)
                .filter(before -> request.isRepeatable())
                .map(before -> removalOf(before, why))
                .filter(again -> removed.isRepeated(again.command(), user));
    }

    /** Of an id that nobody has pin-service knows whether it was removed with that key; a name of before stands for nobody. */
    private Removal removal(String user, Bodies.Because why) {
        Optional<UserEntry> found = request.findUser(user);
        if (found.isPresent()) {
            Removal removal = removalOf(found.get().userId(), why);
            removed.add(removal.command(), found.get());
            return removal;
        }
        boolean wasSomebody = removed.idOf(request.account().tenant(), user).isPresent();
        if (wasSomebody || !request.isRepeatable() || !Params.isId(user)) {
            throw Problems.userNotFound().exception();
        }
        return removalOf(user, why);
    }

    private Removal removalOf(String userId, Bodies.Because why) {
        return new Removal(userId, request.command(new KeyScope("remove-user", userId), why));
    }

    @GET
    @Path("/{user}/history")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "What happened to a user, newest first, with who and when",
            description = "With Accept: text/csv all of it, in the columns of the audit.")
    public ListAnswer<HistoryAnswer> history(String user, @RestQuery String limit, @RestQuery String cursor) {
        String userId = request.user(user).userId();
        TenantView tenant = request.view();
        return ListAnswer.of(tenant.history(userId, Params.limit(limit), cursor), HistoryAnswer.in(tenant));
    }

    @GET
    @Path("/{user}/history")
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput historyCsv(String user, @RestQuery String separator) {
        String userId = request.user(user).userId();
        TenantView tenant = request.view();
        Function<HistoryEntry, HistoryAnswer> answer = HistoryAnswer.in(tenant);
        return new Export<>(
                        cursor -> tenant.history(userId, Export.PAGE, cursor).map(answer))
                .csv(Tables.EVENTS, Params.separator(separator));
    }
}
