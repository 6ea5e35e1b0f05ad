package dev.foyer.meeting.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.meeting.contract.MeetingEventsV1.AdmittedCall;
import dev.foyer.meeting.contract.MeetingEventsV1.EndedCall;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Attendance;
import dev.foyer.meeting.domain.Booking;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** From our events to {@code meeting.events}, with what the tenant has set about announcements at that moment (E8). */
public final class MeetingPublisherV1 implements Publisher<Meeting, MeetingEvent, MeetingAnswer> {

    /** The one topic that this service writes for others. */
    public static final String TOPIC = "meeting.events";

    private final LobbyRules lobbies;

    /** @param lobbies what each tenant has chosen */
    public MeetingPublisherV1(LobbyRules lobbies) {
        this.lobbies = lobbies;
    }

    @Override
    public List<PublicRecord> publish(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        return wire(fact).stream().map(MeetingPublisherV1::record).toList();
    }

    static PublicRecord record(MeetingEventsV1 data) {
        return new PublicRecord(TOPIC, data.key(), MeetingEventTypesV1.of(data), data.key(), data.tenant(), data);
    }

    private List<MeetingEventsV1> wire(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
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
                        tenant(fact),
                        id,
                        e.call().id(),
                        e.call().from(),
                        e.since(),
                        announcements(fact),
                        nameRecording(fact)));
            case MeetingEvent.CallersAdmitted e ->
                admitted(fact, running(fact.before(), fact).lobby().calls(e.callIds()), e.at());
            case MeetingEvent.CallerJoined e -> admitted(fact, List.of(e.call()), e.at());
            case MeetingEvent.OrganizerAlerted e ->
                List.of(new MeetingEventsV1.OrganizerAlerted(
                        tenant(fact), id, booking(fact).organizerId(), e.waitingSince(), e.waiting(), e.at()));
            // A leader who is still on the way is told of when admitted.
            case MeetingEvent.CallerBecameLeader e ->
                attendance(fact).hasCaller(e.callId())
                        ? List.of(new MeetingEventsV1.CallerBecameLeader(tenant(fact), id, e.callId(), e.at()))
                        : List.of();
            case MeetingEvent.ParticipantJoined e ->
                List.of(new MeetingEventsV1.ParticipantJoined(
                        tenant(fact), id, e.participantId(), e.displayName(), e.at(), announcements(fact)));
            case MeetingEvent.ParticipantLeft e ->
                List.of(new MeetingEventsV1.ParticipantLeft(
                        tenant(fact),
                        id,
                        e.participantId(),
                        e.kind().name(),
                        e.at(),
                        announcements(fact),
                        e.silent() == null ? null : "SILENT"));
            case MeetingEvent.TimeLimitReached e ->
                List.of(new MeetingEventsV1.TimeLimitReached(
                        tenant(fact), id, e.limit().name(), e.at()));
            case MeetingEvent.MeetingEnded e -> ended(fact, e);
            case MeetingEvent.MeetingClosed e -> List.of(new MeetingEventsV1.MeetingClosed(tenant(fact), id, e.at()));
            case MeetingEvent.CallTurnedAway _ -> List.of(); // it never came
            case MeetingEvent.ParticipantTold _ -> List.of(); // nobody came or went by it
            case MeetingEvent.MeetingForgotten _ -> List.of(); // whoever it concerned knows since when it is over
        };
    }

    /** Few records for many legs: one leg is told of by itself, in the words of before there were many. */
    private List<MeetingEventsV1> admitted(
            Fact<Meeting, MeetingEvent, MeetingAnswer> fact, List<Call> calls, Instant at) {
        Attendance attendance = attendance(fact);
        List<AdmittedCall> all = calls.stream()
                .map(call -> new AdmittedCall(call.id(), call.from(), attendance.hasLeader(call.id())))
                .toList();
        return CallsPerRecord.admitted(all).stream()
                .map(some -> some.size() == 1
                        ? admitted(fact, some.getFirst(), at)
                        : new MeetingEventsV1.CallersAdmitted(
                                tenant(fact), fact.aggregateId(), some, at, announcements(fact), nameRecording(fact)))
                .toList();
    }

    private MeetingEventsV1 admitted(Fact<Meeting, MeetingEvent, MeetingAnswer> fact, AdmittedCall call, Instant at) {
        return new MeetingEventsV1.CallerAdmitted(
                tenant(fact),
                fact.aggregateId(),
                call.callId(),
                call.from(),
                call.leader(),
                at,
                announcements(fact),
                nameRecording(fact));
    }

    /** One record, and more of them only where there are more legs than one can name. */
    private static List<MeetingEventsV1> ended(
            Fact<Meeting, MeetingEvent, MeetingAnswer> fact, MeetingEvent.MeetingEnded event) {
        List<EndedCall> legs = legs(fact.before()).map(EndedCall::new).toList();
        return (legs.isEmpty() ? Collections.singletonList((List<EndedCall>) null) : CallsPerRecord.ended(legs))
                .stream()
                        .<MeetingEventsV1>map(some -> new MeetingEventsV1.MeetingEnded(
                                tenant(fact), fact.aggregateId(), event.reason().name(), event.at(), some))
                        .toList();
    }

    /** All that are here: a bridge hangs them up. */
    private static Stream<String> legs(Meeting meeting) {
        return switch (meeting) {
            case Meeting.Waiting it -> it.lobby().calls().keySet().stream();
            case Meeting.Running it ->
                Stream.concat(it.lobby().calls().keySet().stream(), it.attendance().callers().stream());
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> Stream.empty();
        };
    }

    private String announcements(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        Announcements chosen = lobbies.of(tenant(fact)).announcements();
        return chosen == null ? null : chosen.entryExit().name();
    }

    private Boolean nameRecording(Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        Announcements chosen = lobbies.of(tenant(fact)).announcements();
        return chosen == null ? null : chosen.nameRecording();
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
