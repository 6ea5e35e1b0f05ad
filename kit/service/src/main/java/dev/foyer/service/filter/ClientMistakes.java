package dev.foyer.service.filter;

import dev.foyer.service.ProblemMappers;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** What Vert.x itself finds wrong with a request, before or beside the resources: a problem, and not a line in the log. */
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
        } else {
            request.next();
        }
    }
}
