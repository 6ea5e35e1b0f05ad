package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.meeting.contract.LegPublisherV1;
import dev.foyer.meeting.contract.MeetingPublisherV1;
import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.TimeLimits;
import dev.foyer.meeting.domain.bridge.Bridge;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.bridge.BridgeDecider;
import dev.foyer.meeting.domain.bridge.BridgeEvent;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.leg.LegDecider;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.leg.LegTimers;
import dev.foyer.meeting.domain.numbering.Choice;
import dev.foyer.meeting.domain.numbering.ChoiceCommand;
import dev.foyer.meeting.domain.numbering.ChoiceDecider;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChoiceTimers;
import dev.foyer.meeting.journal.MeetingJournal;
import dev.foyer.meeting.journal.MeetingWire;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The kinds of aggregates in {@code meeting.journal}. Their names are part of the stored keys.
 *
 * @param meetings by conference ID
 * @param legs by {@code tenant/callId}
 */
public record MeetingAggregates(
        AggregateType<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingAnswer, MeetingContext> meetings,
        AggregateType<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> legs) {

    /** By {@code tenant/commandId} of the request to schedule a meeting. */
    public static final AggregateType<Choice, ChoiceCommand, ChoiceEvent, MeetingRefusal, ChoiceEvent, MeetingContext>
            CHOICE = new AggregateType<>(
                    "choice",
                    new ChoiceDecider(),
                    MeetingJournal.choices(),
                    MeetingJournal.choices(),
                    (request, meta, now) -> new MeetingContext(now),
                    Publisher.nothing(),
                    CommitListener.none(),
                    new ChoiceTimers(),
                    MeetingWire.CHOICES);

    /** By {@code tenant/name}, a bridge's account or the role of who speaks by a topic. */
    public static final AggregateType<Bridge, BridgeCommand, BridgeEvent, MeetingRefusal, BridgeAnswer, MeetingContext>
            BRIDGE = new AggregateType<>(
                    "bridge",
                    new BridgeDecider(),
                    MeetingJournal.bridges(),
                    MeetingJournal.bridgeAnswers(),
                    (bridge, meta, now) -> new MeetingContext(now),
                    Publisher.nothing(),
                    CommitListener.none(),
                    Timers.none(),
                    MeetingWire.BRIDGES);

    /**
     * @param lobbies what each tenant has chosen
     * @param ofMeetings hears what became of meetings
     * @param ofLegs hears what became of call legs
     */
    public static MeetingAggregates of(
            LobbyRules lobbies,
            CommitListener<Meeting, MeetingEvent> ofMeetings,
            CommitListener<Leg, LegEvent> ofLegs) {
        return of(lobbies, () -> true, CallSilences.ofAll(CallSilences.STANDARD), ofMeetings, ofLegs);
    }

    /**
     * The same.
     *
     * @param memory whether there is some for one more
     * @param silences after which a leg of each tenant has left whose bridge sends heartbeats
     */
    public static MeetingAggregates of(
            LobbyRules lobbies,
            BooleanSupplier memory,
            CallSilences silences,
            CommitListener<Meeting, MeetingEvent> ofMeetings,
            CommitListener<Leg, LegEvent> ofLegs) {
        return new MeetingAggregates(meetings(lobbies, memory, ofMeetings), legs(silences, memory, ofLegs));
    }

    private static AggregateType<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingAnswer, MeetingContext>
            meetings(LobbyRules lobbies, BooleanSupplier memory, CommitListener<Meeting, MeetingEvent> listener) {
        return new AggregateType<>(
                "meeting",
                new MeetingDecider(),
                MeetingJournal.events(),
                MeetingJournal.answers(),
                (conferenceId, meta, now) -> new MeetingContext(now, lobbies, memory),
                new MeetingPublisherV1(lobbies),
                listener,
                new TimeLimits(),
                MeetingWire.MEETINGS);
    }

    private static AggregateType<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> legs(
            CallSilences silences, BooleanSupplier memory, CommitListener<Leg, LegEvent> listener) {
        return new AggregateType<>(
                "call",
                new LegDecider(),
                MeetingJournal.legs(),
                MeetingJournal.legAnswers(),
                (leg, meta, now) -> {
                    String tenant = LegTimers.tenantOf(leg);
                    return new MeetingContext(
                            now, LobbyRules.DEFAULT, memory, silences.of(tenant), silences.shortestOf(tenant));
                },
                new LegPublisherV1(),
                listener,
                new LegTimers(silences),
                MeetingWire.LEGS);
    }

    public List<AggregateType<?, ?, ?, ?, ?, ?>> all() {
        return List.of(meetings, CHOICE, legs, BRIDGE);
    }
}
