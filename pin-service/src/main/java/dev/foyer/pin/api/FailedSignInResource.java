package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.api.Bodies.FailedSignInBody;
import dev.foyer.pin.api.Bodies.ForgottenBody;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceRefusal;
import dev.foyer.pin.process.FailedSignIns;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Wrong names and passwords at the gateway. The tenant is the account's, or "-" where there is no account. */
@Path("/internal/v1/tenants/{tenant}/failed-sign-ins")
@AllowedRoles(Roles.ANONYMOUS)
public class FailedSignInResource {

    @Inject
    FailedSignIns failures;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    /** What is to wait at this address from now on; absent: it is not. */
    record Counted(Instant nameUntil, Instant until) {}

    @POST
    public CompletionStage<Response> count(@NotNull @Valid FailedSignInBody body) {
        Optional<AccountKey> account = Optional.ofNullable(body.account()).map(name -> new AccountKey(tenant, name));
        return failures.count(body.address(), body.name(), account, caller.meta())
                .thenApply(FailedSignInResource::answer);
    }

    @POST
    @Path("/forgotten")
    @AllowedRoles({
        Roles.ADMIN,
        Roles.HELPDESK,
        Roles.AUDITOR,
        Roles.BRIDGE,
        Roles.CLIENT_APP,
        Roles.OPERATOR,
        Roles.ANONYMOUS
    })
    public CompletionStage<Response> forget(@NotNull @Valid ForgottenBody body) {
        return failures.forget(body.address(), body.name(), caller.meta()).thenApply(FailedSignInResource::answer);
    }

    private static Response answer(Reply<SourceRefusal, SourceAnswer> reply) {
        return Answers.answer(
                reply,
                answer -> switch (answer) {
                    case SourceAnswer.Counted(Instant nameUntil, Instant until) ->
                        Response.ok(new Counted(nameUntil, until));
                    case SourceAnswer.Forgotten() -> Response.noContent();
                },
                Refusals::problem);
    }
}
