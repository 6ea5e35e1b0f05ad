package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.scimtoken.ScimTokenAnswer;
import dev.foyer.pin.domain.scimtoken.ScimTokenCommand;
import dev.foyer.pin.domain.scimtoken.ScimTokenRefusal;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of tenants' directory systems. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there is
 * no answer now.
 */
public interface ScimTokenCommands {

    CompletionStage<Reply<ScimTokenRefusal, ScimTokenAnswer>> submit(
            String tenant, ScimTokenCommand command, CommandMeta meta);
}
