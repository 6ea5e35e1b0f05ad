package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import java.util.concurrent.CompletionStage;

/**
 * Who got a licence dials in. The new PIN goes to the user's mail, or is held: a topic has no answer that could show it.
 * Nobody gets one by assigning the licence to themselves (rule A3), whatever the tenant's setting says: that is for
 * administrators, and a record proves no role.
 */
record WhenLicenseAssignedThenEnableConferencing(DirectoryCommands directory, ConferenceIdAssignment conferenceIds)
        implements Reaction {

    static final EnableConferencing COMMAND =
            new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, false);

    @Override
    public String type() {
        return "foyer.directory.LicenseAssigned.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        return directory.give(event, this::enable);
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> enable(DirectoryRecord record) {
        if (record.user().userId().equals(record.changedBy())) {
            throw new Unacceptable("Nobody makes their own PIN, and this would be one: somebody else has to assign the"
                    + " licence to this user, or an administrator enables the user through the API.");
        }
        return conferenceIds.enable(record.user(), COMMAND, record.meta());
    }
}
