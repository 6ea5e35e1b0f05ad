package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.Change;
import dev.foyer.gateway.index.HistoryEntry;
import dev.foyer.gateway.index.TenantView;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One event: what, when, who, why. Events never carry a PIN.
 *
 * @param actor the account, or the service that did it by itself
 * @param actorName of an account that is a user of the tenant: what they are called now
 * @param user the userId of whom it tells
 * @param changes what became different by it, old and new
 * @param reason why the actor wanted it, or the id of the record that asked for it
 */
public record HistoryAnswer(
        String id,
        String type,
        Instant at,
        String actor,
        String actorName,
        String role,
        String commandId,
        String correlationId,
        String user,
        List<Change> changes,
        JsonNode data,
        String reason) {

    /** With names as they are now, and of callers' numbers what the tenant is shown. */
    public static Function<HistoryEntry, HistoryAnswer> in(TenantView tenant) {
        CallerMask callers = new CallerMask(tenant);
        ActorNames names = new ActorNames(tenant);
        return event -> of(event, callers, names);
    }

    private static HistoryAnswer of(HistoryEntry event, CallerMask callers, ActorNames names) {
        return new HistoryAnswer(
                event.id(),
                event.type(),
                event.at(),
                event.actor(),
                names.of(event.actor(), event.role()),
                event.role(),
                event.commandId(),
                event.correlationId(),
                event.user(),
                event.changes(),
                callers.shown(event.source() + "." + event.type(), event.data()),
                event.reason());
    }
}
