package dev.foyer.service.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Has {@link CurveProvider} ready before anybody is served. */
@ApplicationScoped
class CurveProviderStart {

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        CurveProvider.context();
    }
}
