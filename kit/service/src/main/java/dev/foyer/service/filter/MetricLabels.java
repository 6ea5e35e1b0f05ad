package dev.foyer.service.filter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
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

    /** Resetting a PIN, verifying one, and sending what was held. */
    private static final Set<String> PROMISED = Set.of(
            "/api/v1/users/{user}/pin/reset",
            "/admin/users/{user}/act/{action}",
            "/api/v1/bridge/calls/{callId}/organizer-pin",
            "/api/v1/notifications/{id}/send",
            "/admin/deliveries/{id}/send");

    private static final DistributionStatisticConfig FAST_ENOUGH = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(
                    seconds(0.025), seconds(0.05), seconds(0.1), seconds(0.25), seconds(0.5), seconds(1), seconds(2.5))
            .build();

    private static final String METHOD = "method";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN", "OTHER");

    private static double seconds(double seconds) {
        return seconds * 1e9;
    }

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

    /** The requests that people notice most have a histogram: only so can be said how many were fast enough. */
    @Produces
    @Singleton
    MeterFilter promised() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests") && PROMISED.contains(id.getTag("uri"))
                        ? FAST_ENOUGH.merge(config)
                        : config;
            }
        };
    }

    private static List<Tag> withoutMethod(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag)
                .toList();
    }
}
