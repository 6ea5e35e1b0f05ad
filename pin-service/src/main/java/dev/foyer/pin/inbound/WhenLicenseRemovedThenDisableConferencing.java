package dev.foyer.pin.inbound;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import java.util.concurrent.CompletionStage;

/** Who has no licence dials in no more. Also at the user's own wish: it takes a PIN away and makes none. */
record WhenLicenseRemovedThenDisableConferencing(Users users) implements Reaction {

    @Override
    public String type() {
        return "foyer.directory.LicenseRemoved.v1";
    }

    @Override
    public CompletionStage<Reply<UserRefusal, UserAnswer>> react(DirectoryRecord said) {
        return users.submit(said.user(), new DisableConferencing(), said.meta());
    }
}
