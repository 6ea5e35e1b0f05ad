package dev.foyer.meeting.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.meeting.domain.Attendance;
import dev.foyer.meeting.domain.Booking;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.Lobby;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingEvent;
import java.time.Instant;
import java.util.List;

/** From our events to {@code meeting.events}. Pure. */
public final class MeetingPublisherV1 implements Publisher<Meeting, MeetingEvent, MeetingAnswer> {

    /** The one topic that this service writes for others. */
    public static final String TOPIC = "meeting.events";

    @Override
    public List<PublicRecord> publish(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        return wire(fact).stream()
                .map(data -> new PublicRecord(
                        TOPIC,
                        data.conferenceId(),
                        MeetingEventTypesV1.of(data),
                        data.conferenceId(),
                        data.tenant(),
                        data))
                .toList();
    }

    private static List<MeetingEventsV1> wire(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        String id = fact.aggregateId();
        return switch (fact.event()) {
            case MeetingEvent.MeetingScheduled e ->
                List.of(new MeetingEventsV1.MeetingScheduled(
                        e.tenant(), id, e.organizerId(), e.subject(), e.personal(), e.startWithoutPin()));
            case MeetingEvent.StartWithoutPinChanged e ->
                List.of(new MeetingEventsV1.StartWithoutPinChanged(tenant(fact), id, e.allowed(), e.at()));
            // The verifying tenant's record: the meeting's own tenant, if it is another, has nothing to do with it.
            case MeetingEvent.VerificationIgnored e ->
                List.of(new MeetingEventsV1.VerificationIgnored(
                        e.tenant(), id, e.callId(), e.reason().name(), e.at()));
            case MeetingEvent.MeetingStarted e -> {
                Booking booking = booking(fact);
                yield List.of(new MeetingEventsV1.MeetingStarted(
                        booking.tenant(),
                        id,
                        booking.organizerId(),
                        e.startedBy().name(),
                        e.at(),
                        e.admission() == null ? null : e.admission().name()));
            }
            case MeetingEvent.CallerWaiting e ->
                List.of(new MeetingEventsV1.CallerWaiting(
                        tenant(fact), id, e.call().id(), e.call().from(), e.since()));
            case MeetingEvent.CallersAdmitted e -> {
                Lobby lobby = running(fact.before(), fact).lobby();
                yield e.callIds().stream()
                        .map(callId -> admitted(fact, lobby.calls().get(callId), e.at()))
                        .toList();
            }
            case MeetingEvent.CallerJoined e -> List.of(admitted(fact, e.call(), e.at()));
            // A leader who is still on the way is told of when admitted.
            case MeetingEvent.CallerBecameLeader e ->
                attendance(fact).hasCaller(e.callId())
                        ? List.of(new MeetingEventsV1.CallerBecameLeader(tenant(fact), id, e.callId(), e.at()))
                        : List.of();
            case MeetingEvent.ParticipantJoined e ->
                List.of(new MeetingEventsV1.ParticipantJoined(
                        tenant(fact), id, e.participantId(), e.displayName(), e.at()));
            case MeetingEvent.ParticipantLeft e ->
                List.of(new MeetingEventsV1.ParticipantLeft(
                        tenant(fact), id, e.participantId(), e.kind().name(), e.at()));
            case MeetingEvent.TimeLimitReached e ->
                List.of(new MeetingEventsV1.TimeLimitReached(
                        tenant(fact), id, e.limit().name(), e.at()));
            case MeetingEvent.MeetingEnded e ->
                List.of(new MeetingEventsV1.MeetingEnded(
                        tenant(fact), id, e.reason().name(), e.at()));
            case MeetingEvent.MeetingClosed e -> List.of(new MeetingEventsV1.MeetingClosed(tenant(fact), id, e.at()));
            case MeetingEvent.CallTurnedAway _ -> List.of(); // it never came
            case MeetingEvent.MeetingForgotten _ -> List.of(); // whoever it concerned knows since when it is over
        };
    }

    private static MeetingEventsV1 admitted(Fact<Meeting, MeetingEvent, MeetingAnswer> fact, Call call, Instant at) {
        boolean leader = attendance(fact).hasLeader(call.id());
        return new MeetingEventsV1.CallerAdmitted(tenant(fact), fact.aggregateId(), call.id(), call.from(), leader, at);
    }

    private static Attendance attendance(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        return running(fact.after(), fact).attendance();
    }

    private static String tenant(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        return booking(fact).tenant();
    }

    private static Booking booking(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        return switch (fact.before()) {
            case Meeting.Waiting it -> it.booking();
            case Meeting.Running it -> it.booking();
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                throw new ImpossibleEvent(fact.before(), fact.event());
        };
    }

    private static Meeting.Running running(Meeting state, Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        if (state instanceof Meeting.Running it) {
            return it;
        }
        throw new ImpossibleEvent(state, fact.event());
    }
}
