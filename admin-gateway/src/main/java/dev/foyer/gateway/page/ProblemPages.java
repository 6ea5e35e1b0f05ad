package dev.foyer.gateway.page;

import dev.foyer.base.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Problems for people: the same status and the same words as the API has, in the page. */
final class ProblemPages {

    private ProblemPages() {}

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
