package dev.foyer.service.filter;

import dev.foyer.service.ProblemMappers;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * What Vert.x itself finds wrong with a request, before or beside the resources: a problem, and not a line in the log. And what
 * fails there of ours, at addresses that programs call.
 */
public class ClientMistakes {

    /** 401 and 403 are for those who know who asks. */
    private static final Set<Integer> OF_SECURITY = Set.of(401, 403);

    void register(@Observes Router router) {
        answerIn(router, OF_SECURITY);
    }

    /** Nobody is known here; what Quarkus refuses for its form, as an {@code Origin} that is none, is 403. */
    void register(@Observes ManagementInterface management) {
        answerIn(management.router(), Set.of());
    }

    private static void answerIn(Router router, Set<Integer> others) {
        router.route().order(-Order.HEADERS + 1).failureHandler(request -> answer(request, others));
    }

    private static void answer(RoutingContext request, Set<Integer> others) {
        int status = request.statusCode();
        if (status >= 400 && status < 500 && !others.contains(status)) {
            Refusal.answer(
                    request,
                    ProblemMappers.ofStatus(
                            status, HttpResponseStatus.valueOf(status).reasonPhrase()));
        } else if (isOurs(request, status)) {
            Refusal.answer(request, ProblemMappers.unexpected(request.failure()));
        } else {
            request.next();
        }
    }

    /** Who may not is told by those who know who asks. */
    private static boolean isOurs(RoutingContext request, int status) {
        String path = request.request().path();
        boolean ofPrograms = path != null && (path.startsWith("/api/") || path.startsWith("/internal/"));
        return ofPrograms
                && (status < 0 || status == 500)
                && request.failure() != null
                && !(request.failure() instanceof SecurityException);
    }
}
