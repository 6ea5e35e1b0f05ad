package dev.foyer.gateway.scans;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * The label {@code delayed} of the metrics of requests: {@code guess} when a wrong guess was told late on purpose, {@code no} otherwise. Who
 * asks whether answers came in time leaves the former out, or an attacker would make a promise look broken.
 */
@Singleton
public class DelayedGuesses implements HttpServerMetricsTagsContributor {

    private static final String KEY = "foyer.delayed";
    private static final Tags NO = Tags.of("delayed", "no");
    private static final Tags GUESS = Tags.of("delayed", "guess");

    /** From now on that request counts as one. */
    static void note(RoutingContext request) {
        ((HttpServerRequestInternal) request.request()).context().putLocal(KEY, true);
    }

    @Override
    public Tags contribute(Context request) {
        return request.requestContextLocalData(KEY) == null ? NO : GUESS;
    }
}
