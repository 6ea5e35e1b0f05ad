package dev.foyer.meeting.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.meeting.process.Heartbeats;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** Bridges say which calls they still have. */
@Path("/internal/v1/tenants/{tenant}/meetings/calls/{callId}/heartbeat")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.BRIDGE)
public class HeartbeatsResource {

    @Inject
    Heartbeats heartbeats;

    @Inject
    Caller caller;

    /** 204; 404 for a call that is gone. */
    @POST
    public CompletionStage<Response> alive(String tenant, @Pattern(regexp = Ids.EARLIER_ID) String callId) {
        return heartbeats
                .alive(tenant, callId, caller.meta())
                .thenApply(reply -> Answers.answer(reply, alive -> Response.noContent(), Refusals::problem));
    }
}
