package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.TenantView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Where somebody seems to guess conference IDs from, or organizers' PINs (rule G2). */
@Path("/api/v1/scans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scans")
@RunOnVirtualThread
public class ScansResource {

    @Inject
    ApiRequest request;

    @Inject
    ScanClearing clearing;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "Suspected scans, the latest first", description = "With Accept: text/csv all of them.")
    public ListAnswer<ScanAnswer> list(@RestQuery String limit, @RestQuery String cursor) {
        CallerMask callers = request.callers();
        return ListAnswer.of(request.view().scans(Params.limit(limit), cursor), scan -> ScanAnswer.of(scan, callers));
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@RestQuery String separator) {
        CallerMask callers = request.callers();
        TenantView tenant = request.view();
        return new Export<>(cursor -> tenant.scans(Export.PAGE, cursor).map(scan -> ScanAnswer.of(scan, callers)))
                .csv(Tables.SCANS, Params.separator(separator));
    }

    @DELETE
    @Path("/{source}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "It was nothing: the source is counted anew, and nothing is refused any more")
    public void clear(String source) {
        clearing.clear(source);
    }
}
