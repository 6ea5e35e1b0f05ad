package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.process.PinEventsCatchUp;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.concurrent.CompletionStage;

/** Somebody whom the tenant's client app has signed in joins; the first one starts the meeting (E1). */
@ApplicationScoped
public class WhenParticipantJoinedThenJoin implements Reaction {

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    Validator validator;

    @Override
    public String type() {
        return "foyer.organizer.ParticipantJoined.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        var record = ParticipantData.of(event, new InboundData(validator));
        ParticipantData who = record.data();
        var command = new JoinFromApp(record.tenant(), who.participantId(), who.displayName(), record.then());
        return catchUp.submit(who.conferenceId(), command, record.meta()).thenApply(ParticipantData::check);
    }
}
