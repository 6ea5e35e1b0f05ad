package dev.foyer.service;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Problem;
import dev.foyer.base.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;

/** Who calls an internal API, and for which request, read from the {@link CallHeaders}. */
@RequestScoped
public class Caller {

    @Inject
    HttpHeaders headers;

    /** @throws Problem.ProblemException 400 when the actor is not named */
    public CommandMeta meta() {
        String commandId =
                header(CallHeaders.COMMAND_ID).orElseGet(() -> UUID.randomUUID().toString());
        return new CommandMeta(
                commandId,
                header(CallHeaders.CORRELATION_ID).orElse(commandId),
                new Actor(
                        required(CallHeaders.ACTOR),
                        required(CallHeaders.ROLE),
                        header(CallHeaders.ACTOR_USER).orElse(null)),
                traceparent());
    }

    /** Of the span in which we answer, which goes on the caller's; what the caller said when there are no spans. */
    private String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : header(TraceParent.HEADER).orElse(null);
    }

    private String required(String name) {
        return header(name)
                .orElseThrow(
                        () -> Problem.of(400, "header-missing", "A header is missing", "Send the header " + name + ".")
                                .exception());
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
