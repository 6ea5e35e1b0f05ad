package dev.foyer.pin.inbound;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.concurrent.CompletionStage;

/** A user left the directory: disabled first, then unknown. */
record WhenUserRemovedThenRemoveUser(Users users) implements Reaction {

    @Override
    public String type() {
        return "foyer.directory.UserRemoved.v1";
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> react(DirectoryRecord said) {
        return users.submit(said.user(), new RemoveUser(), said.meta());
    }
}
