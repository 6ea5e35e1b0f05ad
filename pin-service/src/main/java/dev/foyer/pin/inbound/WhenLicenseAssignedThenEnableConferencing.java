package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.pin.Users;
import dev.foyer.pin.domain.user.Licence;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand.AwaitLicence;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who got a licence dials in. The new PIN goes to the user's mail, or is held: a topic has no answer that could show it.
 * Nobody gets one by assigning the licence to themselves (rule A3), whatever the tenant's setting says: that is for
 * administrators, and a record proves no role. A licence that comes before its user, or before a PIN can be sealed, waits in its user's
 * own aggregate (rule G6): nobody else's news waits for it.
 */
record WhenLicenseAssignedThenEnableConferencing(
        DirectoryCommands directory, Users users, ConferenceIdAssignment conferenceIds) implements Reaction {

    static final String TYPE = "foyer.directory.LicenseAssigned.v1";

    @Override
    public String type() {
        return TYPE;
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
        return conferenceIds
                .enable(record.user(), EnableConferencing.BY_LICENCE, record.meta())
                .thenCompose(reply -> cameTooEarly(reply)
                        ? users.submit(record.user(), new AwaitLicence(licence(record)), record.meta())
                        : CompletableFuture.completedStage(reply));
    }

    private static boolean cameTooEarly(Reply<UserRefusal, UserAnswer> reply) {
        return reply instanceof Reply.Refused<UserRefusal, UserAnswer>(var reason)
                && (reason instanceof UserRefusal.UserUnknown || reason instanceof UserRefusal.NoDeliveryKey);
    }

    private static Licence licence(DirectoryRecord record) {
        InboundEvent event = record.event();
        return new Licence(
                event.envelope().source(),
                event.id(),
                record.changedBy(),
                record.meta().correlationId(),
                event.partition(),
                event.offset());
    }
}
