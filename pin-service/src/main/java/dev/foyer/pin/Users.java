package dev.foyer.pin;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.concurrent.CompletionStage;

/**
 * The door to users for others' events. Thread-safe; stages fail with {@link dev.foyer.base.Unavailable} when
 * there is no answer now.
 */
public interface Users {

    /** For commands that need nobody else. */
    CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserKey user, UserCommand command, CommandMeta meta);

    /** @param wish without a conference ID: one is reserved on the way */
    CompletionStage<Reply<UserRefusal, UserAnswer>> enable(UserKey user, EnableConferencing wish, CommandMeta meta);
}
