package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.AccountKey;
import dev.foyer.pin.domain.signin.AccountAnswer;
import dev.foyer.pin.domain.signin.AccountCommand;
import dev.foyer.pin.domain.signin.AccountRefusal;
import java.util.concurrent.CompletionStage;

/**
 * Accounts of the gateway: sessions and failed sign-ins. Thread-safe; stages fail with
 * {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface Accounts {

    CompletionStage<Reply<AccountRefusal, AccountAnswer>> submit(
            AccountKey account, AccountCommand command, CommandMeta meta);
}
