package dev.foyer.gateway.signin;

import dev.foyer.base.Problem;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.FailedSignIn;
import dev.foyer.gateway.clients.PinServiceClient.FailureCounted;
import dev.foyer.gateway.clients.PinServiceClient.Generation;
import dev.foyer.gateway.clients.PinServiceClient.SignIn;
import dev.foyer.gateway.clients.PinServiceClient.SignedInAfterAll;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.SourceEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What this package asks of pin-service. Blocks its callers. */
@ApplicationScoped
class Counting {

    /** Who failed to prove to be anybody. */
    private static final String NOBODY = dev.foyer.base.Roles.ANONYMOUS;

    @Inject
    RemoteService<PinServiceClient> pinService;

    /** @throws Problem.ProblemException 503 while the service is away */
    Answered<Generation> signedIn(Account account, Attempt attempt) {
        SignIn body = new SignIn(attempt.address(), attempt.channel().name());
        return pinService.call(
                as(account, attempt.correlationId()),
                (service, command) -> service.signedIn(command, account.name(), body));
    }

    /** @throws Problem.ProblemException 503 while the service is away */
    Answered<Generation> signOut(Account account, Session session, String correlationId) {
        return pinService.call(
                as(account, correlationId),
                (service, command) -> service.signOut(command, account.name(), new Generation(session.generation())));
    }

    /** @throws Problem.ProblemException 429 when it came too early; 503 while the service is away */
    Answered<FailureCounted> failed(Attempt attempt, String name, Optional<Accounts.Known> account) {
        String tenant = account.map(known -> known.account().tenant()).orElse(SourceEntry.NO_TENANT);
        FailedSignIn body = new FailedSignIn(
                attempt.address(),
                name,
                account.map(known -> known.account().name()).orElse(null));
        Account nobody = new Account(NOBODY, tenant, Set.of(), null);
        return pinService.call(
                new CommandContext(nobody, NOBODY, fresh(), attempt.correlationId()),
                (service, command) -> service.countFailedSignIn(command, body));
    }

    /**
     * That name signed in from there: what it failed there before is forgotten.
     *
     * @param name digest of the name
     * @throws Problem.ProblemException 503 while the service is away
     */
    void forget(Account account, Attempt attempt, String name) {
        SignedInAfterAll body = new SignedInAfterAll(attempt.address(), name);
        pinService.run(
                as(account, attempt.correlationId()), (service, command) -> service.forgetFailedSignIns(command, body));
    }

    private static CommandContext as(Account account, String correlationId) {
        String role = account.roles().stream().sorted().findFirst().orElse(NOBODY);
        return new CommandContext(account, role, fresh(), correlationId);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
