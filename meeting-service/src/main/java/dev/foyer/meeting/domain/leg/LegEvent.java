package dev.foyer.meeting.domain.leg;

import java.time.Instant;

/** What happened to a call leg. Stored in the journal as they are. */
public sealed interface LegEvent {

    /**
     * It goes there, once it has left where it was.
     *
     * @param told when it dialled, as its bridge said over a topic or by a request; {@code null} before format 9: by a request
     * @param bridge that brought it; {@code null} before format 7
     */
    record LegSent(String conferenceId, long turn, Instant at, Instant told, String bridge) implements LegEvent {}

    /**
     * It hung up; it is to be taken out of where it was.
     *
     * @param from the conference that its bridge said it left, at the time {@code told}; both {@code null}: for good
     */
    record LegHungUp(long turn, Instant at, String from, Instant told) implements LegEvent {

        /** For good. */
        public LegHungUp(long turn, Instant at) {
            this(turn, at, null, null);
        }
    }

    /** Its bridge still has it; noted now and then, not each time that it says so. */
    record LegAlive(Instant at) implements LegEvent {}

    /** Nothing was heard of it for too long. */
    record SilenceQuestioned(Instant at) implements LegEvent {}

    /** Whether its bridge ever sends heartbeats; who does not is asked no more. */
    record BridgeKnown(boolean beats) implements LegEvent {}

    /** Nothing is heard of it any more: it is to be taken out of where it was, as if it had hung up. */
    record LegFellSilent(long turn, Instant at) implements LegEvent {}

    /** It dialled again where it is sent already, or has left. */
    record ArrivalToldAgain(Instant told) implements LegEvent {}

    /** It left a conference where it is not any more, or to which its arrival has not come yet. */
    record LeavingTold(String conferenceId, Instant told) implements LegEvent {}

    /** It was not let in; who announced it over a topic hears it by this. @param conferenceId {@code null}: there is none such */
    record LegTurnedAway(String conferenceId, Refusal reason, String from, Instant at) implements LegEvent {}

    /** That conference has nothing of it any more that is older than this turn. */
    record ConferenceLeft(String conferenceId, long turn) implements LegEvent {}

    /** Whoever was to take it out of where it was has not said so. It is done once more. */
    record LeavingOverdue(Instant at) implements LegEvent {}

    /** Nobody need know any more that it was. */
    record LegForgotten(Instant at) implements LegEvent {}

    /** Why a leg was not let in. */
    enum Refusal {
        /** Nobody of this tenant has that conference ID, or its meeting is over: a caller cannot tell which. */
        UNKNOWN_CONFERENCE,
        /** As many are there as may be. */
        MEETING_FULL,
        /** The same, of all meetings of the tenant together. */
        TENANT_FULL,
        /** It has hung up already. */
        CALL_HAS_ENDED
    }
}
