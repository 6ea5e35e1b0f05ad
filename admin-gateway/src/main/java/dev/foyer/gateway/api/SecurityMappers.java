package dev.foyer.gateway.api;

import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.ForeignCursor;
import dev.foyer.service.ProblemMappers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who may not: a problem for the API, the way to the sign-in for the page. */
public class SecurityMappers {

    private static final String SIGN_IN = "/admin/sign-in";
    private static final String SIGN_IN_FAILED = "/admin/sign-in/failed";
    private static final String FORM = "/admin/sign-in/check";

    @ServerExceptionMapper
    public Response notSignedIn(UnauthorizedException e, RoutingContext request) {
        return signIn(request, SIGN_IN);
    }

    @ServerExceptionMapper
    public Response wrongPassword(AuthenticationFailedException e, RoutingContext request) {
        return signIn(request, request.request().path().equals(FORM) ? SIGN_IN_FAILED : SIGN_IN);
    }

    @ServerExceptionMapper
    public Response roleMissing(ForbiddenException e) {
        return ProblemMappers.response(Problems.roleMissing());
    }

    @ServerExceptionMapper
    public Response foreignCursor(ForeignCursor e) {
        return ProblemMappers.response(Problems.foreignCursor());
    }

    @ServerExceptionMapper
    public Response ambiguousName(AmbiguousName e) {
        return ProblemMappers.response(Problems.nameIsAmbiguous());
    }

    private static Response signIn(RoutingContext request, String page) {
        if (!request.request().path().startsWith("/admin")) {
            return ProblemMappers.response(Problems.notSignedIn());
        }
        // htmx follows a redirect inside the page; this header makes it leave the page instead.
        return request.request().getHeader("HX-Request") == null
                ? Response.seeOther(URI.create(page)).build()
                : Response.noContent().header("HX-Redirect", page).build();
    }
}
