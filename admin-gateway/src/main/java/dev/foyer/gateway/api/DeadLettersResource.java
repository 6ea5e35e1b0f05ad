package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.DeadLetterEntry;
import dev.foyer.gateway.index.DeadLetterQuery;
import dev.foyer.gateway.index.TenantView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Records that a service could not use: why, from where, and what somebody did about them. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
@RunOnVirtualThread
public class DeadLettersResource {

    @Inject
    ApiRequest request;

    @Inject
    DeadLetterReplays replays;

    /** What is asked for. */
    public static class Wanted {
        @RestQuery
        String state;

        @RestQuery
        String reason;

        @RestQuery
        String origin;

        DeadLetterQuery query() {
            DeadLetterEntry.State one = Params.oneOf("state", state, DeadLetterEntry.State.class);
            return new DeadLetterQuery(one == null ? Set.of() : Set.of(one), text(reason), text(origin), null);
        }
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Records that could not be used, newest first",
            description =
                    "Of the tenant's own topics, with what its systems wrote unless it may hold a PIN. An operator who names"
                            + " no tenant sees those that are no tenant's. With Accept: text/csv all that match.")
    public ListAnswer<DeadLetterAnswer> list(
            @BeanParam Wanted wanted, @RestQuery String limit, @RestQuery String cursor) {
        TenantView view = request.viewOrOfNoTenant();
        return ListAnswer.of(view.deadLetters(wanted.query(), true, Params.limit(limit), cursor), answer(view));
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@BeanParam Wanted wanted, @RestQuery String separator) {
        TenantView view = request.viewOrOfNoTenant();
        DeadLetterQuery query = wanted.query();
        Function<DeadLetterEntry, DeadLetterAnswer> answer = answer(view);
        return new Export<>(cursor ->
                        view.deadLetters(query, true, Export.PAGE, cursor).map(answer))
                .csv(Tables.DEAD_LETTERS, Params.separator(separator));
    }

    @POST
    @Path("/{letterId}/replay")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(
            summary = "Has the service that could not use the record handle it again",
            description =
                    "As the same bytes of the same tenant, under a new id; after its cause is mended. What came of it stands on"
                            + " the letter: REPLAYED, or BURIED_AGAIN with the reason, which can be replayed again. While it"
                            + " goes on, the state is as before.")
    public DeadLetterAnswer replay(String letterId, Bodies.Replay body) {
        Bodies.Replay said = body == null ? Bodies.Replay.NOTHING : body;
        DeadLetterEntry entry = replays.replay(letterId, said);
        return answer(request.viewOrOfNoTenant()).apply(entry);
    }

    @POST
    @Path("/replay")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(
            summary = "The same for all that match, 200 at a time; a dry run unless dryRun is false",
            description =
                    "Those that are not settled, the oldest first, so that what was written in an order is handled in it. A"
                            + " dry run says what would be done, also without a filter. left tells how many more match: ask again for them.")
    public ReplayedLetters replayAll(Bodies.ReplayAll body) {
        Bodies.required(body);
        if (body.filter() == null && !body.onlyTried()) {
            throw Problems.missing("filter").exception(); // nobody replays everything by leaving something out
        }
        return replays.replayAll(body);
    }

    @POST
    @Path("/{letterId}/discard")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Nothing is to be done about it; the reason stands on the letter and in the audit")
    public void discard(String letterId, Bodies.Discard body) {
        replays.discard(letterId, body == null ? Bodies.Discard.NOTHING : body);
    }

    private static Function<DeadLetterEntry, DeadLetterAnswer> answer(TenantView view) {
        CallerMask callers = new CallerMask(view);
        return entry -> DeadLetterAnswer.of(entry, callers);
    }

    private static String text(String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
