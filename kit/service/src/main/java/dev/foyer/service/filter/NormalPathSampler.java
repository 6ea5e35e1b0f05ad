package dev.foyer.service.filter;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Follows no request whose path is not in its one form ({@link NormalPath}). It is refused, or begins anew under another path, and a
 * span has the path as it came: what {@code quarkus.otel.traces.suppress-application-uris} keeps out of traces by how its path begins
 * would get in with one letter encoded.
 *
 * @param others decides about all other requests
 */
public record NormalPathSampler(Sampler others) implements Sampler {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        String path = kind == SpanKind.SERVER ? attributes.get(PATH) : null;
        return path == null || NormalPath.of(path).filter(path::equals).isPresent()
                ? others.shouldSample(parent, trace, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "NormalPathSampler{" + others.getDescription() + "}";
    }
}
