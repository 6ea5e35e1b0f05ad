package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.HistoryEntry;
import java.time.Instant;

/** One event: what, when, who, why. Events never carry a PIN. */
public record HistoryAnswer(
        String id,
        String type,
        Instant at,
        String actor,
        String role,
        String commandId,
        String correlationId,
        String user,
        JsonNode data) {

    static HistoryAnswer of(HistoryEntry event, CallerMask callers) {
        return new HistoryAnswer(
                event.id(),
                event.type(),
                event.at(),
                event.actor(),
                event.role(),
                event.commandId(),
                event.correlationId(),
                event.user(),
                callers.shown(event.source() + "." + event.type(), event.data()));
    }
}
