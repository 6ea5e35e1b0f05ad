package dev.foyer.meeting.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.process.CallMoves;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A call leg is gone: for good, or from the conference that is named, which it may have left for another one since. */
@ApplicationScoped
public class WhenCallerLeftThenHangUp implements Reaction {

    @Inject
    CallMoves moves;

    @Inject
    Validator validator;

    /** @param conferenceId or nothing: it hung up */
    record Payload(
            @NotBlank @Text(TextKind.ID) String callId,

            @Text(TextKind.OPAQUE) String conferenceId) {}

    @Override
    public String type() {
        return "foyer.bridge.CallerLeft.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        var record = SystemRecord.of(
                event, BridgeReactions.TOPIC, BridgeReactions.ROLE, new InboundData(validator), Payload.class);
        Payload call = record.data();
        if (call.conferenceId() != null && !call.conferenceId().matches("[0-9]{1,32}")) {
            throw Unacceptable.secret("The conferenceId is not the digits that the caller dialled" + InboundData.AGAIN);
        }
        SystemRecord.keyIsOneOf(event, "callId", call.callId(), call.conferenceId());
        return call.conferenceId() == null || call.conferenceId().matches(ConferenceId.ANY)
                ? moves.left(record.tenant(), call.conferenceId(), call.callId(), record.then(), record.meta())
                : CompletableFuture.completedStage(null); // where nobody can have been
    }
}
