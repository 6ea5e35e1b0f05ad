package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.domain.username.NameAnswer;
import dev.foyer.pin.domain.username.NameCommand;
import dev.foyer.pin.domain.username.NameRefusal;
import java.util.concurrent.CompletionStage;

/**
 * The register of user names: who holds which. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when there
 * is no answer now.
 */
public interface UserNames {

    /** @param name folded, the key of its own aggregate together with the tenant */
    CompletionStage<Reply<NameRefusal, NameAnswer>> submit(
            String tenant, String name, NameCommand command, CommandMeta meta);
}
