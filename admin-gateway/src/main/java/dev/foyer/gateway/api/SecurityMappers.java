package dev.foyer.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.ForeignCursor;
import dev.foyer.service.ProblemMappers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who may not: a problem for the API, the way to the sign-in for the page. */
public class SecurityMappers {

    private static final String SIGN_IN = "/admin/sign-in";
    private static final String USUAL = "/admin/users";

    @Inject
    Companies companies;

    @ServerExceptionMapper
    public Response notSignedIn(UnauthorizedException e, RoutingContext request) {
        return signIn(request);
    }

    @ServerExceptionMapper
    public Response wrongPassword(AuthenticationFailedException e, RoutingContext request) {
        return signIn(request);
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

    /** Whoever just looks is led to the sign-in; whoever wants something done is told that it was not. */
    private Response signIn(RoutingContext request) {
        HttpServerRequest asked = request.request();
        if (!asked.path().startsWith("/admin")) {
            return ProblemMappers.response(companies.isThereAny() ? Problems.tokenMissing() : Problems.notSignedIn());
        }
        // htmx follows a redirect inside the page; this header makes it leave the page instead.
        if (asked.getHeader("HX-Request") != null) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Redirect", signInFor(pageOf(asked)))
                    .build();
        }
        return asked.method() == HttpMethod.GET
                ? Response.seeOther(URI.create(signInFor(asked.uri()))).build()
                : Response.status(Response.Status.UNAUTHORIZED)
                        .type("text/plain; charset=utf-8")
                        .entity("You are not signed in, or your session has ended. Sign in and try again.")
                        .build();
    }

    /** The page from which htmx asked. */
    private static String pageOf(HttpServerRequest asked) {
        String page = asked.getHeader("HX-Current-URL");
        try {
            URI uri = page == null ? URI.create(USUAL) : new URI(page);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return USUAL;
        }
    }

    /** The sign-in, which goes on where somebody wanted to go; it looks at that itself. */
    private static String signInFor(String wanted) {
        return USUAL.equals(wanted) || wanted == null
                ? SIGN_IN
                : SIGN_IN + "?next=" + URLEncoder.encode(wanted, UTF_8).replace("+", "%20");
    }
}
