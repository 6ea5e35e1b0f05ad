package dev.foyer.gateway.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;

/** Gives each template the language of the request that it answers, so that no page has to think of it. */
class Speech {

    private static final String LANGUAGE = Speech.class.getName();

    @Inject
    Look look;

    @Inject
    CurrentVertxRequest current;

    void listen(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setLocale(language()));
    }

    private Locale language() {
        if (!Arc.container().requestContext().isActive()) {
            return Locale.ENGLISH;
        }
        RoutingContext request = current.getCurrent();
        if (request == null) {
            return Locale.ENGLISH;
        }
        Locale known = request.get(LANGUAGE); // messages are templates, too
        if (known == null) {
            known = look.language(request.request());
            request.put(LANGUAGE, known);
        }
        return known;
    }
}
