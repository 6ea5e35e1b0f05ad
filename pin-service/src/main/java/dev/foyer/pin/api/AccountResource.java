package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Accounts;
import dev.foyer.pin.api.Bodies.SignInBody;
import dev.foyer.pin.api.Bodies.SignOutBody;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.AccountCommand.ForgetAccount;
import dev.foyer.pin.domain.signin.AccountCommand.NoteSignIn;
import dev.foyer.pin.domain.signin.AccountCommand.SignOut;
import dev.foyer.pin.domain.signin.AccountRefusal;
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
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Sessions of an account of the gateway. */
@Path("/internal/v1/tenants/{tenant}/accounts/{account}")
@AllowedRoles({
    Roles.ADMIN,
    Roles.HELPDESK,
    Roles.AUDITOR,
    Roles.BRIDGE,
    Roles.CLIENT_APP,
    Roles.OPERATOR,
    Roles.ANONYMOUS
})
public class AccountResource {

    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    @Pattern(regexp = Ids.ACCOUNT)
    String account;

    /** The generation that a session of now belongs to. */
    record Generation(int generation) {}

    @POST
    @Path("/sign-ins")
    public CompletionStage<Response> signedIn(@NotNull @Valid SignInBody body) {
        return submit(new NoteSignIn(body.address(), body.channel()));
    }

    @POST
    @Path("/sign-out")
    public CompletionStage<Response> signOut(@NotNull @Valid SignOutBody body) {
        return submit(new SignOut(body.generation()));
    }

    /** By an operator, at a tenant's end. */
    @DELETE
    @AllowedRoles(Roles.OPERATOR)
    public CompletionStage<Response> forget() {
        return submit(new ForgetAccount());
    }

    private CompletionStage<Response> submit(AccountCommand command) {
        return accounts.submit(new AccountKey(tenant, account), command, caller.meta())
                .thenApply(AccountResource::response);
    }

    private static Response response(Reply<AccountRefusal, AccountAnswer> reply) {
        return Answers.answer(
                reply,
                answer -> switch (answer) {
                    case AccountAnswer.Generation(int generation) -> Response.ok(new Generation(generation));
                    case AccountAnswer.Noted() -> throw new IllegalStateException("A step is no answer to a request");
                },
                Refusals::problem);
    }
}
