package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.process.PinEventsCatchUp;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.concurrent.CompletionStage;

/** Somebody signed in leaves; also who has not come yet, as far as we have read. */
@ApplicationScoped
public class WhenParticipantLeftThenLeave implements Reaction {

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    Validator validator;

    @Override
    public String type() {
        return "foyer.organizer.ParticipantLeft.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        var record = ParticipantData.of(event, new InboundData(validator));
        ParticipantData who = record.data();
        var command = new LeaveFromApp(record.tenant(), who.participantId(), record.then());
        return catchUp.submit(who.conferenceId(), command, record.meta()).thenApply(ParticipantData::check);
    }
}
