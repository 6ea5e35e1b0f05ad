package dev.foyer.meeting.inbound;

import dev.foyer.base.callers.PhoneNumber;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.inbound.Reaction;
import dev.foyer.meeting.domain.ConferenceId;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.process.CallMoves;
import dev.foyer.meeting.process.CallRefusals;
import dev.foyer.service.eventsourced.InboundData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A caller dialled a conference ID. Whether the leg waits, joins or is refused its bridge reads in the tenant's events, because a
 * topic has no answer.
 */
@ApplicationScoped
public class WhenCallerArrivedThenDialIn implements Reaction {

    private static final String DIGITS = "[0-9]{1,32}";

    @Inject
    CallMoves moves;

    @Inject
    CallRefusals refusals;

    @Inject
    Validator validator;

    /** @param from the caller's number, or nothing */
    record Payload(
            @NotBlank @Text(TextKind.ID) String callId,

            @NotNull @Text(TextKind.OPAQUE) String conferenceId,

            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String from) {}

    @Override
    public String type() {
        return "foyer.bridge.CallerArrived.v1";
    }

    @Override
    public CompletionStage<?> react(InboundEvent event) {
        long asked = System.nanoTime();
        var record = SystemRecord.of(
                event, BridgeReactions.TOPIC, BridgeReactions.ROLE, new InboundData(validator), Payload.class);
        Payload call = record.data();
        if (!call.conferenceId().matches(DIGITS)) {
            // What somebody pressed where a conference ID was asked for may be a PIN.
            throw Unacceptable.secret("The conferenceId is not the digits that the caller dialled" + InboundData.AGAIN);
        }
        SystemRecord.keyIsOneOf(event, "callId", call.callId(), call.conferenceId());
        if (PhoneNumber.of(call.from()).isIn(call.callId())) {
            throw new Unacceptable(
                    "The callId is made of the caller's number, which would be shown wherever the call is; use"
                            + " ids that say nothing of the caller.");
        }
        CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> decided = call.conferenceId()
                        .matches(ConferenceId.ANY)
                ? moves.arrived(
                        record.tenant(), call.conferenceId(), call.callId(), call.from(), record.then(), record.meta())
                : CompletableFuture.completedStage(new Reply.Refused<>(new MeetingRefusal.MeetingNotFound()));
        return decided.thenCompose(reply -> switch (reply) {
            case Reply.Done<MeetingRefusal, MeetingAnswer> _ -> CompletableFuture.completedStage(null);
            case Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                refusals.tell(
                        record.tenant(), call.conferenceId(), call.callId(), call.from(), reason, asked, record.meta());
        });
    }
}
