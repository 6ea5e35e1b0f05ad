package dev.foyer.service.eventsourced;

import dev.foyer.base.Problem;
import dev.foyer.service.calls.InstanceProof;
import dev.foyer.service.eventsourced.peers.CallableBy;
import dev.foyer.service.eventsourced.peers.Instances;
import dev.foyer.service.eventsourced.peers.Peer;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Commands that another instance of this service was asked and this one owns. {@link CallFilter} stands before it. */
@Path("/internal/commands")
@Produces(MediaType.APPLICATION_JSON)
@CallableBy(Peer.OWN_INSTANCE)
public class ForwardedCommandsResource {

    @Inject
    ServiceRunner runner;

    @Inject
    Instances instances;

    /**
     * Does not block: the answer is written when all of it is decided.
     *
     * @param proof that an instance of ours sends this very body: its certificate is not enough
     * @throws Problem.ProblemException 403 when that is not proved, 400 when the body is not of this version, 404 in a service without aggregates
     */
    @POST
    @Operation(hidden = true)
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<byte[]> handle(@HeaderParam(InstanceProof.HEADER) String proof, byte[] body) {
        if (!instances.believe(proof, body)) {
            throw Problem.of(403, "instance-not-proved", "Not proved", "No instance of this service sends this.")
                    .exception();
        }
        var handler = runner.forwarded()
                .orElseThrow(() -> Problem.of(404, "not-found", "Not found", "There are no aggregates here.")
                        .exception());
        try {
            return handler.handle(body);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "not-understood", "The hand-over cannot be understood", e.getMessage())
                    .exception();
        }
    }
}
