package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.AuditQuery;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened in the tenant: the events themselves, there is no second log (rule F). */
@Path("/api/v1/audit")
@Tag(name = "Audit")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
@RunOnVirtualThread
public class AuditResource {

    @Inject
    ApiRequest request;

    @Inject
    ObjectMapper json;

    /** What is asked for. */
    public static class Wanted {
        @RestQuery
        @Parameter(description = "a userId or userPrincipalName; of who is removed, the userId")
        String user;

        @RestQuery
        @Parameter(description = "the account that did it, as the events say it")
        String actor;

        @RestQuery
        @Parameter(description = "such as PinReset")
        String type;

        @RestQuery
        @Parameter(description = "of which meeting, or of whose personal conference")
        String conferenceId;

        @RestQuery
        @Parameter(description = "RFC 3339; what happened then counts")
        String from;

        @RestQuery
        @Parameter(description = "RFC 3339; what happened then does not count any more")
        String to;

        /** All. */
        public Wanted() {}

        /** @param to and the others: {@code null} or empty when all are wanted */
        public Wanted(String user, String actor, String type, String conferenceId, String from, String to) {
            this.user = user;
            this.actor = actor;
            this.type = type;
            this.conferenceId = conferenceId;
            this.from = from;
            this.to = to;
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Events of the tenant, newest first, with who, when, why, and what they changed",
            description =
                    "With Accept: text/csv or application/x-ndjson all that match as one stream, without limit and cursor;"
                            + " separator is comma or semicolon.")
    public ListAnswer<HistoryAnswer> list(@BeanParam Wanted wanted, @RestQuery String limit, @RestQuery String cursor) {
        TenantView tenant = request.view();
        AuditQuery query = query(wanted);
        Function<HistoryEntry, HistoryAnswer> answer = HistoryAnswer.in(tenant);
        return ListAnswer.of(tenant.audit(query, Params.limit(limit), cursor), answer);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @Operation(hidden = true)
    public StreamingOutput csv(@BeanParam Wanted wanted, @RestQuery String separator) {
        return all(wanted).csv(Tables.EVENTS, Params.separator(separator));
    }

    @GET
    @Produces(Export.NDJSON_IF_ASKED)
    @Operation(hidden = true)
    public StreamingOutput ndjson(@BeanParam Wanted wanted) {
        return all(wanted).ndjson(json);
    }

    private Export<HistoryAnswer> all(Wanted wanted) {
        TenantView tenant = request.view();
        AuditQuery query = query(wanted);
        Function<HistoryEntry, HistoryAnswer> answer = HistoryAnswer.in(tenant);
        return new Export<>(cursor -> tenant.audit(query, Export.PAGE, cursor).map(answer));
    }

    private AuditQuery query(Wanted wanted) {
        return new AuditQuery(
                blank(wanted.user) ? null : userId(wanted.user),
                blank(wanted.actor) ? null : wanted.actor,
                blank(wanted.type) ? null : wanted.type,
                blank(wanted.conferenceId) ? null : wanted.conferenceId,
                Params.time("from", wanted.from),
                Params.time("to", wanted.to));
    }

    /** Who is removed is not found by name any more; what happened to them can still be asked for. */
    private String userId(String idOrName) {
        return request.findUser(idOrName).map(UserEntry::userId).orElse(idOrName);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
