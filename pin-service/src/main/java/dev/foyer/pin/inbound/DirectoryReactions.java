package dev.foyer.pin.inbound;

import dev.foyer.base.Roles;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PinWords;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.validation.Validator;
import java.util.concurrent.CompletionStage;

/**
 * What the tenants' systems say about users and licences. Each record changes its user once, however often it is sent or
 * read; one that is not allowed or cannot be read goes to the dead letters with a sentence that says what to do.
 */
public final class DirectoryReactions implements InboundHandler {

    /** The role of whoever changed something in the tenant's own systems. */
    public static final String DIRECTORY = Roles.DIRECTORY;

    private final Reactions reactions;

    public DirectoryReactions(
            Users users, UserNaming naming, ConferenceIdAssignment conferenceIds, Validator validator) {
        InboundData reader = new InboundData(validator);
        DirectoryCommands commands = new DirectoryCommands(reader);
        this.reactions = Reactions.of(
                new WhenUserProvisionedThenProvisionUser(commands, reader, naming),
                new WhenUserChangedThenChangeUser(commands, reader, naming),
                new WhenUserRemovedThenRemoveUser(commands, users),
                new WhenLicenseAssignedThenEnableConferencing(commands, users, conferenceIds),
                new WhenLicenseRemovedThenDisableConferencing(commands, users));
    }

    /** Whether a licence enables in this way: nothing shown, nothing but the tenant's own word on numbers and mails. */
    public static boolean enablesSo(EnableConferencing command) {
        return EnableConferencing.BY_LICENCE.with(command.conferenceId()).equals(command);
    }

    /** Also what asks for PINs, to be refused with a reason: skipping it would leave its sender without one. */
    @Override
    public boolean understands(String type) {
        return reactions.understands(type) || PinWords.isAboutPins(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        if (reactions.understands(event.type())) {
            return reactions.handle(event);
        }
        throw new Unacceptable("PINs are not made, reset or chosen through topics; an administrator resets them through"
                + " the API.");
    }
}
