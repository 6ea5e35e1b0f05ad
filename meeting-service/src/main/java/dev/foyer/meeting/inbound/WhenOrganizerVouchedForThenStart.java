package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.process.PinEventsCatchUp;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.CompletionStage;

/**
 * The tenant's own systems have verified that a call leg is the organizer: as good as a right PIN, for meetings of that tenant
 * whose organizer this is. What starts nothing is reported as an event (E4).
 */
@ApplicationScoped
public class WhenOrganizerVouchedForThenStart implements Reaction {

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    Validator validator;

    /** @param userId of the organizer */
    record Payload(
            @NotNull @Pattern(regexp = ConferenceId.ANY, message = ParticipantData.IS_NONE) @Text(TextKind.OPAQUE)
            String conferenceId,

            @NotBlank @Text(TextKind.ID) String userId,
            @NotBlank @Text(TextKind.ID) String callId) {}

    @Override
    public String type() {
        return "foyer.organizer.OrganizerVerified.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        var record = SystemRecord.of(
                event, OrganizerReactions.TOPIC, OrganizerReactions.ROLE, new InboundData(validator), Payload.class);
        Payload who = record.data();
        SystemRecord.keyIsOneOf(event, "conferenceId", who.conferenceId());
        return catchUp.startVouchedFor(
                who.conferenceId(),
                new StartByOrganizer(record.tenant(), who.userId(), who.callId(), record.then(), false),
                record.meta());
    }
}
