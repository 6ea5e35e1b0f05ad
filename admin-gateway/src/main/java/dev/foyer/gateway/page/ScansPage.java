package dev.foyer.gateway.page;

import dev.foyer.base.Problem.ProblemException;
import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.ScanAnswer;
import dev.foyer.gateway.api.ScanClearing;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.ScanEntry;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Where somebody seems to guess from, and the button that says it was nothing (rule G2). */
@Path("/admin/scans")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ScansPage implements SaysProblems {

    private static final int SHOWN = 50;
    private static final URI HERE = URI.create("/admin/scans");

    @Inject
    ApiRequest request;

    @Inject
    ScanClearing clearing;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String cursor;

    @GET
    @Operation(hidden = true)
    public TemplateInstance scans() {
        String after = cursor == null || cursor.isEmpty() ? null : cursor;
        ResultPage<ScanEntry> found = request.view().scans(SHOWN, after);
        CallerMask callers = request.callers();
        ResultPage<ScanAnswer> shown = found.map(scan -> ScanAnswer.of(scan, callers));
        boolean mayClear = request.is(Roles.ADMIN);
        return part == null
                ? Templates.scans(shown, mayClear, after == null)
                : Templates.scanList(shown, mayClear, after == null);
    }

    /** Also when somebody else was faster: it is as wanted. */
    @POST
    @Path("/{source}/clear")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Response clear(String source) {
        try {
            clearing.clear(source);
        } catch (ProblemException e) {
            if (e.problem().status() != Response.Status.NOT_FOUND.getStatusCode()) {
                throw e;
            }
        }
        return Response.seeOther(HERE).build();
    }
}
