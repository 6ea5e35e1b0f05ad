package dev.foyer.service.eventsourced;

import dev.foyer.base.Problem;
import dev.foyer.eventsourcing.internal.runtime.JournalCheck;
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

/** Checks this service's log while it runs: snapshots and the journal behind them must say what the whole journal says. */
@Path("/internal/verify")
@Produces(MediaType.APPLICATION_JSON)
@CallableBy(Peer.OPERATOR)
public class VerifyResource {

    @Inject
    ServiceRunner runner;

    /** One report per partition; takes as long as reading the log twice. */
    @POST
    @Operation(hidden = true)
    @Blocking
    public List<JournalCheck> verify() {
        return runner.verify()
                .orElseThrow(() -> Problem.of(404, "not-found", "Not found", "There are no aggregates here.")
                        .exception());
    }
}
