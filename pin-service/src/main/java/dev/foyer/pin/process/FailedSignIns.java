package dev.foyer.pin.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Accounts;
import dev.foyer.pin.SignInSources;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.domain.signin.AccountCommand.NoteFailedSignIn;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceCommand.CountFailedSignIn;
import dev.foyer.pin.domain.signin.SourceCommand.ForgetFailedSignIns;
import dev.foyer.pin.domain.signin.SourceRefusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * A failed sign-in is counted where it comes from, and then at the account if there is one. Nobody waits for the second
 * step: the answer takes as long for a name that does not exist. If it is lost in a crash, one failure is counted less.
 */
@Singleton
public class FailedSignIns {

    private static final Logger LOG = Logger.getLogger(FailedSignIns.class);

    private final SignInSources sources;
    private final Accounts accounts;

    @Inject
    public FailedSignIns(SignInSources sources, Accounts accounts) {
        this.sources = sources;
        this.accounts = accounts;
    }

    /**
     * @param name digest of the name that was tried
     * @param account of that name, if there is one
     */
    public CompletionStage<Reply<SourceRefusal, SourceAnswer>> count(
            String address, String name, Optional<AccountKey> account, CommandMeta meta) {
        return sources.submit(address, new CountFailedSignIn(name), meta).thenApply(reply -> {
            if (reply instanceof Reply.Done<SourceRefusal, SourceAnswer>) {
                account.ifPresent(one -> note(one, address, meta.withCommandId(meta.commandId() + "/account")));
            }
            return reply;
        });
    }

    /** @param name digest of the name that signed in from there */
    public CompletionStage<Reply<SourceRefusal, SourceAnswer>> forget(String address, String name, CommandMeta meta) {
        return sources.submit(address, new ForgetFailedSignIns(name), meta);
    }

    private void note(AccountKey account, String address, CommandMeta meta) {
        accounts.submit(account, new NoteFailedSignIn(address), meta).whenComplete((noted, failure) -> {
            if (failure != null) {
                LOG.warnf("A failed sign-in of %s is not counted there: %s", account, failure.getMessage());
            }
        });
    }
}
