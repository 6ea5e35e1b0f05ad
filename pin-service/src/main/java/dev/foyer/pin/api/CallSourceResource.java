package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.CallSources;
import dev.foyer.pin.api.Bodies.MissBody;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceCommand.ClearSource;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountWrongPin;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import dev.foyer.pin.process.CallMisses;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Where calls come from that were misses: conference IDs that do not exist, and wrong PINs. The tenant is the bridge's. */
@Path("/internal/v1/tenants/{tenant}/call-sources/{source}")
@AllowedRoles(Roles.ADMIN)
public class CallSourceResource {

    @Inject
    CallMisses misses;

    @Inject
    CallSources sources;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    @Pattern(regexp = CallSourceKey.SOURCE)
    String source;

    /** What is refused from now on; absent: it is not. */
    record Counted(Instant idsRefusedUntil, Instant pinsRefusedUntil) {}

    @POST
    @Path("/misses")
    @AllowedRoles(Roles.BRIDGE)
    public CompletionStage<Response> count(@NotNull @Valid MissBody body) {
        return misses.count(key(), miss(body, body.right()), miss(body, body.rightOfAccount()), caller.meta())
                .thenApply(CallSourceResource::answer);
    }

    /** Also by an operator, at a tenant's end. */
    @DELETE
    @AllowedRoles({Roles.ADMIN, Roles.OPERATOR})
    public CompletionStage<Response> clear() {
        return sources.submit(key(), new ClearSource(), caller.meta()).thenApply(CallSourceResource::answer);
    }

    private static CallSourceCommand miss(MissBody body, int right) {
        return body.organizer() == null
                ? new CountUnknownId(body.caller(), right)
                : new CountWrongPin(body.caller(), body.organizer(), right);
    }

    private CallSourceKey key() {
        return new CallSourceKey(tenant, source);
    }

    private static Response answer(Reply<CallSourceRefusal, CallSourceAnswer> reply) {
        return Answers.answer(
                reply,
                answer -> switch (answer) {
                    case CallSourceAnswer.Counted(Instant ids, Instant pins) -> Response.ok(new Counted(ids, pins));
                    case CallSourceAnswer.Cleared() -> Response.noContent();
                },
                Refusals::problem);
    }
}
