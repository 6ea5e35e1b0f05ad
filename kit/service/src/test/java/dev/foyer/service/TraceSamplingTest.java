package dev.foyer.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSamplingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    /** Flags 01: whoever called us follows this request; 00: it does not. */
    @ParameterizedTest
    @CsvSource({
        "'', 1, 01, DROP",
        "' ', 1, 00, DROP",
        "http://collector:4317, 1, 01, RECORD_AND_SAMPLE",
        "http://collector:4317, 1, 00, DROP",
        "http://collector:4317, 0, 01, RECORD_AND_SAMPLE",
        "http://collector:4317, 1, , RECORD_AND_SAMPLE",
        "http://collector:4317, 0, , DROP"
    })
    void spansAreMadeOnlyForWhomSomebodyCollects(
            String endpoint, double ratio, String flags, SamplingDecision expected) {
        Context parent = flags == null
                ? Context.root()
                : Traces.under(Traces.context("00-" + TRACE + "-b7ad6b7169203331-" + flags));
        assertEquals(
                expected,
                TraceSampling.of(endpoint, ratio)
                        .shouldSample(parent, TRACE, "POST", SpanKind.SERVER, Attributes.empty(), List.of())
                        .getDecision());
    }

    /** Links are kept out by how their path begins, which nobody shall write in another way. */
    @ParameterizedTest
    @Tag("D7")
    @CsvSource({
        "/api/v1/users, RECORD_AND_SAMPLE",
        "/%70in/token, DROP",
        "/pi%6E/token, DROP",
        "/./pin/token, DROP",
        "//pin/token, DROP",
        "/pin;x/token, DROP"
    })
    void aPathInAnotherFormIsInNoTrace(String path, SamplingDecision expected) {
        Attributes attributes = Attributes.of(AttributeKey.stringKey("url.path"), path);
        assertEquals(
                expected,
                TraceSampling.of("http://collector:4317", 1)
                        .shouldSample(Context.root(), TRACE, "GET", SpanKind.SERVER, attributes, List.of())
                        .getDecision());
    }
}
