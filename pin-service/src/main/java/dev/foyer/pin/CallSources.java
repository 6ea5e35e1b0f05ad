package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.CallSourceKey;
import dev.foyer.pin.domain.scan.CallSourceAnswer;
import dev.foyer.pin.domain.scan.CallSourceCommand;
import dev.foyer.pin.domain.scan.CallSourceRefusal;
import java.util.concurrent.CompletionStage;

/**
 * Where callers' guesses come from. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there is no
 * answer now.
 */
public interface CallSources {

    CompletionStage<Reply<CallSourceRefusal, CallSourceAnswer>> submit(
            CallSourceKey source, CallSourceCommand command, CommandMeta meta);
}
