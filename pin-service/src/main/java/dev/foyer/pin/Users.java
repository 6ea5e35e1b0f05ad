package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.concurrent.CompletionStage;

/**
 * The users of this service, whichever instance owns them. Thread-safe; stages fail with
 * {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface Users {

    /** What needs a conference ID from the register goes by {@link dev.foyer.pin.process.ConferenceIdAssignment}. */
    CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta);
}
