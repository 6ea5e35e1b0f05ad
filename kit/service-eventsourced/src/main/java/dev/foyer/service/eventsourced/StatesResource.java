package dev.foyer.service.eventsourced;

import dev.foyer.base.Problem;
import dev.foyer.eventsourcing.internal.runtime.JournalStates;
import dev.foyer.service.eventsourced.peers.CallableBy;
import dev.foyer.service.eventsourced.peers.Peer;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says in one number per partition what this service's journal comes to, so that a restored Foyer can be compared with the one before. */
@Path("/internal/states")
@Produces(MediaType.APPLICATION_JSON)
@CallableBy(Peer.OPERATOR)
public class StatesResource {

    @Inject
    ServiceRunner runner;

    /** @param ends of the journal, by partition: nothing behind them counts; {@code null}: as it is now */
    public record Asked(List<Long> ends) {}

    /** For each partition one. */
    @POST
    @Operation(hidden = true)
    @Blocking
    public List<JournalStates> states(Asked asked) {
        try {
            return runner.states(asked == null || asked.ends() == null ? List.of() : asked.ends())
                    .orElseThrow(() -> Problem.of(404, "not-found", "Not found", "There are no aggregates here.")
                            .exception());
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "not-each-partition", "Not one for each partition", e.getMessage() + ".")
                    .exception();
        }
    }
}
