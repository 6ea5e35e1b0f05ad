package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import dev.foyer.base.Problem.ProblemException;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.api.SecurityMappers;
import dev.foyer.service.ProblemMappers;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Problems for people: of {@link SaysProblems} the same status and the same words as the API has, in the page. */
public class ProblemPages {

    /** Before those that answer programs. */
    private static final int FIRST = Priorities.USER - 1;

    /** Set when htmx wants a part of the page. */
    private static final String PART = "HX-Request";

    @Inject
    ProblemMappers programs;

    @Inject
    SecurityMappers others;

    @Inject
    Shell shell;

    @ServerExceptionMapper(priority = FIRST)
    public Response problem(ProblemException e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource) ? answer(isPart(asked), e.problem()) : programs.problem(e);
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notNow(Unavailable e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource)
                ? answer(isPart(asked), Problem.unavailable("recovering", e.getMessage(), 1))
                : programs.unavailable(e);
    }

    @ServerExceptionMapper(priority = FIRST)
    public Response notAllowed(ForbiddenException e, SimpleResourceInfo resource, HttpHeaders asked) {
        return isPage(resource) ? answer(isPart(asked), notAllowed()) : others.roleMissing(e);
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

    /** @param part htmx asked: the pane says it, whatever htmx wanted to change */
    static Response answer(boolean part, Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.TEXT_HTML)
                .entity(
                        part
                                ? Templates.problemPane(problem).render()
                                : Templates.problem(problem).render());
        if (part) {
            response.header("HX-Retarget", "#pane").header("HX-Reswap", "outerHTML");
        }
        problem.headers().forEach(response::header);
        return response.build();
    }
}
