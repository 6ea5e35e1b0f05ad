package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.process.Heartbeats;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.concurrent.CompletionStage;

/** A bridge still has a call (E6). Of one that is gone, or whose arrival is still on its way, it says nothing. */
@ApplicationScoped
public class WhenCallAliveThenNote implements Reaction {

    @Inject
    Heartbeats heartbeats;

    @Inject
    Validator validator;

    /** @param conferenceId or nothing; only there to be the key */
    record Payload(
            @NotBlank @Text(TextKind.ID) String callId,

            @Text(TextKind.OPAQUE) String conferenceId) {}

    @Override
    public String type() {
        return "foyer.bridge.CallAlive.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        var record = SystemRecord.of(
                event, BridgeReactions.TOPIC, BridgeReactions.ROLE, new InboundData(validator), Payload.class);
        SystemRecord.keyIsOneOf(
                event, "callId", record.data().callId(), record.data().conferenceId());
        return heartbeats.alive(record.tenant(), record.data().callId(), record.meta());
    }
}
