package dev.foyer.service.filter;

import dev.foyer.service.ProblemMappers;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What Vert.x itself finds wrong with a request, before or beside the resources: a problem, and not a line in the log. */
public class ClientMistakes {

    void register(@Observes Router router) {
        router.route().order(-Order.HEADERS + 1).failureHandler(ClientMistakes::answer);
    }

    private static void answer(RoutingContext request) {
        int status = request.statusCode();
        if (status >= 400 && status < 500 && status != 401 && status != 403) {
            Refusal.answer(
                    request,
                    ProblemMappers.ofStatus(
                            status, HttpResponseStatus.valueOf(status).reasonPhrase()));
        } else {
            request.next();
        }
    }
}
