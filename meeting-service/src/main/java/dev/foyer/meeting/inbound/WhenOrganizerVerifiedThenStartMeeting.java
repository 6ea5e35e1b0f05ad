package dev.foyer.meeting.inbound;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.SignedRecord;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.process.PinEventsCatchUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A right PIN starts the organizer's meeting, also when it overtakes the enabling of a new user (E4). */
@ApplicationScoped
public class WhenOrganizerVerifiedThenStartMeeting implements Reaction {

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    SignedVerifications verifications;

    @Override
    public String type() {
        return SignedVerifications.TYPE;
    }

    /** Whoever owns the meeting gets the record, too, and believes nobody but pin-service. */
    @Override
    public CompletionStage<?> react(InboundEvent event) {
        String conferenceId = verifications.conferenceId(event);
        CommandMeta meta = event.meta(PinReactions.US).withCredential(SignedRecord.credential(event));
        return catchUp.start(conferenceId, SignedVerifications.command(event), meta);
    }
}
