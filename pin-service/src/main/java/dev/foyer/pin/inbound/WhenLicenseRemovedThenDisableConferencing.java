package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import java.util.concurrent.CompletionStage;

/** Who has no licence dials in no more. Also when the users do it themselves: it takes a PIN away and makes none. */
record WhenLicenseRemovedThenDisableConferencing(DirectoryCommands directory, Users users) implements Reaction {

    @Override
    public String type() {
        return "foyer.directory.LicenseRemoved.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.takeAway(
                event, record -> users.submit(record.user(), new DisableConferencing(), record.meta()));
    }
}
