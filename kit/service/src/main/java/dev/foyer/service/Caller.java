package dev.foyer.service;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.base.TraceParent;
import dev.foyer.service.calls.CallClaims;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who calls an internal API, and for which request: what the verified token says, and nothing else of the request. */
@RequestScoped
public class Caller {

    private static final String KEY = Caller.class.getName();

    /** A token that was verified, and what it says. */
    private record Known(CallClaims claims, Credential token) {}

    @Inject
    RoutingContext request;

    /** Makes the caller of this request known; for the one filter that verifies tokens. */
    public static void know(RoutingContext request, CallClaims claims, String token) {
        request.put(KEY, new Known(claims, new Credential(token)));
    }

    /** Whether a token was verified at all. */
    public boolean isKnown() {
        return request.get(KEY) instanceof Known;
    }

    /** What the token says. */
    public CallClaims claims() {
        return known().claims();
    }

    /** For the commands of this request. */
    public CommandMeta meta() {
        CallClaims claims = claims();
        return new CommandMeta(
                claims.commandId(),
                claims.correlationId(),
                claims.actor(),
                traceparent(),
                known().token(),
                claims.reason());
    }

    /** Of the span in which we answer, which goes on the caller's; what the caller said when there are no spans. */
    private String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : request.request().getHeader(TraceParent.HEADER);
    }

    private Known known() {
        if (request.get(KEY) instanceof Known known) {
            return known;
        }
        throw new IllegalStateException("Nobody has verified who asks");
    }
}
