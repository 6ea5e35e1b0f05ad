package dev.foyer.service.filter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Labels of the metrics of requests are templates of routes and methods that exist, nothing that a stranger chooses: each
 * label is kept for ever, and after some of them Micrometer measures no route at all.
 */
public class MetricLabels {

    /** The {@code uri} of all that no resource was found for. */
    static final String UNMATCHED = "/UNMATCHED";

    private static final String METHOD = "method";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN", "OTHER");

    void register(@Observes Router router) {
        router.route()
                .order(-Order.HEADERS - 1)
                .handler(MetricLabels::unmatched)
                .failureHandler(MetricLabels::unmatched);
    }

    /** Counts until a resource is found, whose template comes first. Paths of Quarkus itself are not measured. */
    private static void unmatched(RoutingContext request) {
        String path = request.request().path();
        if (((HttpServerRequestInternal) request.request()).metric() instanceof HttpRequestMetric metric
                && (path == null || !path.startsWith("/q/"))) {
            metric.setTemplatePath(UNMATCHED);
        }
        request.next();
    }

    @Produces
    @Singleton
    MeterFilter methods() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getName().startsWith("http.server") ? id.getTag(METHOD) : null;
                return method == null || METHODS.contains(method) ? id : id.replaceTags(withoutMethod(id));
            }
        };
    }

    private static List<Tag> withoutMethod(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag)
                .toList();
    }
}
