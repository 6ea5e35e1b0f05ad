package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.leg.LegCommand.TurnAway;
import dev.foyer.meeting.domain.leg.LegEvent.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Tells a bridge that has no answer why a call was not let in: as an event. Whoever dials what does not exist hears the same, at
 * the same steps of time, whether it cannot exist, is over or is somebody else's (G2). Thread-safe.
 */
@ApplicationScoped
public class CallRefusals {

    private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

    @Inject
    Meetings meetings;

    /**
     * Completes when the event is durable.
     *
     * @param from the caller's number, or {@code null}
     * @param asked when the arrival was read, of {@link System#nanoTime}
     */
    public CompletionStage<?> tell(
            String tenant,
            String conferenceId,
            String callId,
            String from,
            MeetingRefusal reason,
            long asked,
            CommandMeta meta) {
        Refusal why = refusal(reason);
        boolean unknown = why == Refusal.UNKNOWN_CONFERENCE;
        TurnAway command = new TurnAway(unknown ? null : conferenceId, why, from);
        CommandMeta itsOwn = meta.withCommandId(meta.commandId() + "/refused");
        return unknown
                ? CompletableFuture.supplyAsync(
                                () -> meetings.ofLeg(CallMoves.leg(tenant, callId), command, itsOwn),
                                CompletableFuture.delayedExecutor(untilStep(asked), TimeUnit.NANOSECONDS))
                        .thenCompose(told -> told)
                : meetings.ofLeg(CallMoves.leg(tenant, callId), command, itsOwn);
    }

    private static long untilStep(long asked) {
        return STEP_NANOS - (System.nanoTime() - asked) % STEP_NANOS;
    }

    private static Refusal refusal(MeetingRefusal reason) {
        return switch (reason) {
            case MeetingRefusal.MeetingNotFound _, MeetingRefusal.MeetingHasEnded _ -> Refusal.UNKNOWN_CONFERENCE;
            case MeetingRefusal.MeetingIsFull _ -> Refusal.MEETING_FULL;
            // Also for lack of memory: its bridge can do the same about both, and lets the caller try later.
            case MeetingRefusal.TenantIsFull _ -> Refusal.TENANT_FULL;
            case MeetingRefusal.CallHasEnded _, MeetingRefusal.StayIsOver _ -> Refusal.CALL_HAS_ENDED;
            case MeetingRefusal.CallNotHere _,
                    MeetingRefusal.MeetingNotStarted _,
                    MeetingRefusal.ConferenceIdTaken _,
                    MeetingRefusal.OrganizerNotKnownYet _ ->
                throw new IllegalStateException("No arrival is refused so: " + reason);
        };
    }
}
