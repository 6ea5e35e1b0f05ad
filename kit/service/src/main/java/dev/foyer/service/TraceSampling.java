package dev.foyer.service;

import dev.foyer.service.filter.NormalPathSampler;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which requests are followed. Traces go on through us by their ids in any case; a span costs microseconds, ten a command. */
@ApplicationScoped
public class TraceSampling {

    /**
     * @param endpoint where spans go to; a blank one means nowhere, and then none is made, whatever a client asks for
     * @param ratio of the requests that come without a decision; all when nothing is said
     */
    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg") Optional<Double> ratio) {
        return of(endpoint.orElse(""), ratio.orElse(1.0));
    }

    static Sampler of(String endpoint, double ratio) {
        return endpoint.isBlank()
                ? Sampler.alwaysOff()
                : new NormalPathSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)));
    }
}
