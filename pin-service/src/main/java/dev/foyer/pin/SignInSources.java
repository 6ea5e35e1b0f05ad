package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.signin.SourceAnswer;
import dev.foyer.pin.domain.signin.SourceCommand;
import dev.foyer.pin.domain.signin.SourceRefusal;
import java.util.concurrent.CompletionStage;

/**
 * Addresses that failed sign-ins come from. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there
 * is no answer now.
 */
public interface SignInSources {

    CompletionStage<Reply<SourceRefusal, SourceAnswer>> submit(String address, SourceCommand command, CommandMeta meta);
}
