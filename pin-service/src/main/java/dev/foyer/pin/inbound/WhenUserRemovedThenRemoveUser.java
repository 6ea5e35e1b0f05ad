package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import java.util.concurrent.CompletionStage;

/** A user left the directory: disabled first, then unknown. */
record WhenUserRemovedThenRemoveUser(DirectoryCommands directory, Users users) implements Reaction {

    @Override
    public String type() {
        return "foyer.directory.UserRemoved.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.takeAway(event, record -> users.submit(record.user(), new RemoveUser(), record.meta()));
    }
}
