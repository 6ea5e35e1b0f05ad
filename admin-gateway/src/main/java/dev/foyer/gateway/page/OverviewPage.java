package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.Params;
import dev.foyer.gateway.api.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether all is well, and what happened: to be understood in five seconds. */
@Path("/admin/overview")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OverviewPage implements SaysProblems {

    @Inject
    ApiRequest request;

    @Inject
    Healths healths;

    /** Set when htmx wants a part of the page. */
    @RestHeader("HX-Request")
    String part;

    @RestQuery
    String range;

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview() {
        return part == null
                ? Templates.overview(healths.now(), range(), Charts.of(request.view(), range(), Instant.now()))
                : Templates.health(healths.now());
    }

    /** For the curves, which follow by themselves. */
    @GET
    @Path("/counts")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Charts counts() {
        return Charts.of(request.view(), range(), Instant.now());
    }

    private ChartRange range() {
        ChartRange wanted = Params.oneOf("range", range, ChartRange.class);
        return wanted == null ? ChartRange.DAY : wanted;
    }
}
