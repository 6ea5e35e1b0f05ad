package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.SecurityMappers;
import dev.foyer.service.ProblemMappers;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Problems for people: of {@link SaysProblems} the same status and the same words as the API has, in the page. */
public class ProblemPages {

    /** Before those that answer programs. */
    private static final int FIRST = Priorities.USER - 1;

    /** Set when htmx wants a part of the page. */
    private static final String PART = "HX-Request";

    /** Set when the page asks by itself. */
    private static final String UNASKED = "Foyer-Unasked";

    private static final String RESWAP = "HX-Reswap";
    private static final String PAGES = "/admin/";
    private static final int NOT_FOUND = 404;

    @Inject
    ProblemMappers programs;

    @Inject
    SecurityMappers others;

    @Inject
    Shell shell;

    @ServerExceptionMapper(priority = FIRST)
    public Response problem(ProblemException e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource) ? answer(asked, e.problem()) : programs.problem(e);
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notNow(Unavailable e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource)
                ? answer(asked, Problem.unavailable("recovering", e.getMessage(), 1))
                : programs.unavailable(e);
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notAllowed(ForbiddenException e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource) ? answer(asked, notAllowed()) : others.roleMissing(e);
    }

    /** Whoever just looks is led to the sign-in; whoever wanted something done is told that it was not. */
    @ServerExceptionMapper(priority = FIRST)
    public Response notSignedIn(
            UnauthorizedException e, SimpleResourceInfo resource, HttpHeaders asked, RoutingContext request) {
        return isPage(resource) && !isPart(asked) && request.request().method() == HttpMethod.POST
                ? answer(
                        false, Problem.of(401, "not-signed-in", "You are not signed in", "Sign in, and send it again."))
                : others.notSignedIn(e, request);
    }

    /**
     * Where a form is sent to there is nothing to be read. Whoever comes there, after a sign-in, with another language or by the
     * browser's own line, is led to what it belongs to.
     */
    @ServerExceptionMapper(priority = FIRST)
    public Response nothingToRead(NotAllowedException e, RoutingContext request) {
        HttpServerRequest asked = request.request();
        if (asked.method() != HttpMethod.GET || !asked.path().startsWith(PAGES)) {
            return programs.http(e, request);
        }
        String above = asked.path().substring(0, asked.path().lastIndexOf('/'));
        return Response.seeOther(URI.create(asked.query() == null ? above : above + "?" + asked.query()))
                .build();
    }

    /** At an address below the pages there is no page. */
    @ServerExceptionMapper(priority = FIRST)
    public Response nothingThere(NotFoundException e, HttpHeaders asked, RoutingContext request) {
        return request.request().path().startsWith(PAGES)
                ? answer(asked, Problem.of(NOT_FOUND, "not-found", "Not found", "There is nothing at this address."))
                : programs.http(e, request);
    }

    /** Whoever may see no page at all, such as an operator who has just signed in, is told so. */
    private Problem notAllowed() {
        return shell.links().isEmpty()
                ? Problem.of(403, "no-page", "This account has no pages", "Sign in with another account.")
                : Problem.of(403, "role-missing", "Your account may not do this", "Sign in with another account.");
    }

    private static boolean isPage(SimpleResourceInfo resource) {
        return resource != null
                && resource.getResourceClass() != null
                && SaysProblems.class.isAssignableFrom(resource.getResourceClass());
    }

    private static boolean isPart(HttpHeaders asked) {
        return asked.getHeaderString(PART) != null;
    }

    private static Response answer(HttpHeaders asked, Problem problem) {
        // What is shown stays while the page asks in vain by itself; only what is no more does not.
        return asked.getHeaderString(UNASKED) != null && problem.status() != NOT_FOUND
                ? headers(Response.status(problem.status()).header(RESWAP, "none"), problem)
                        .build()
                : answer(isPart(asked), problem);
    }

    /** @param part htmx asked: the pane says it, whatever htmx wanted to change */
    static Response answer(boolean part, Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.TEXT_HTML)
                .entity(
                        part
                                ? Templates.problemPane(problem).render()
                                : Templates.problem(problem).render());
        if (part) {
            response.header("HX-Retarget", "#pane").header(RESWAP, "outerHTML");
        }
        return headers(response, problem).build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, Problem problem) {
        problem.headers().forEach(response::header);
        return response;
    }
}
